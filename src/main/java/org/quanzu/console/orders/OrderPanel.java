package org.quanzu.console.orders;

import java.util.List;
import java.util.UUID;
import org.quanzu.console.cases.CasePage;
import org.quanzu.console.cases.CasePanel;
import org.quanzu.console.cases.CaseReader;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The orders on the page of a case. */
@Component
class OrderPanel implements CasePanel {
    static final String FORM = "orderForm";
    static final String DEED = "orderDeed";
    private final OrderView orders;

    OrderPanel(OrderView orders) {
        this.orders = orders;
    }

    @Override
    public void fill(CasePage page, CaseReader reader, Model model) {
        model.addAttribute("sheet", orders.of(page, reader));
        model.addAttribute("ids", new Ids());
        model.addAttribute("units", OrderSheets.UNITS);
        model.addAttribute("channelsOfMessages", List.of("SMS", "FLASH"));
        model.addAttribute(
                "mayProtect",
                List.of("SUPERVISOR", "ADMIN").contains(reader.operator().role()));
        if (!model.containsAttribute(FORM)) {
            model.addAttribute(FORM, OrderForm.empty());
        }
    }

    /** Gives each form an order's id, so that sending it twice orders once. */
    public record Ids() {
        public UUID fresh() {
            return UUID.randomUUID();
        }
    }
}
