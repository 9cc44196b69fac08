package org.quanzu.console.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quanzu.console.Language;
import org.quanzu.console.PageJson;
import org.quanzu.console.Rulebook;
import org.quanzu.desk.board.AtWork;
import org.quanzu.desk.board.Figures;
import org.quanzu.desk.board.Figures.Worker;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** The board as a page, and what changes of it alone. */
@Controller
@RequestMapping("/console/board")
class BoardController {
    private final BoardView board;
    private final Charts charts;
    private final Change change;
    private final Rulebook rulebook;

    BoardController(BoardView board, Charts charts, Change change, Rulebook rulebook) {
        this.board = board;
        this.charts = charts;
        this.change = change;
        this.rulebook = rulebook;
    }

    @GetMapping
    String page(@ModelAttribute("language") Language language, Model model) {
        fill(language, model);
        return "board/board";
    }

    @GetMapping("/figures")
    String figures(@ModelAttribute("language") Language language, Model model) {
        fill(language, model);
        return "board/board :: live";
    }

    private void fill(Language language, Model model) {
        BoardPage page = board.now();
        List<Chart> drawings = charts.of(page, language);
        model.addAttribute("board", page);
        model.addAttribute("tiles", tiles(page.today(), page.before(), language.locale()));
        model.addAttribute("operators", operators(page));
        model.addAttribute("charts", drawings);
        model.addAttribute("chartData", PageJson.of(drawings));
        model.addAttribute("rulebook", rulebook);
        model.addAttribute("now", page.at());
    }

    private List<Tile> tiles(Figures today, Figures before, Locale locale) {
        Tiles tiles = new Tiles(locale);
        tiles.add("board.opened", today.openedCases(), before.openedCases());
        tiles.add("board.breaches", today.missedDeadlines(), before.missedDeadlines());
        tiles.add("board.tries", today.tries().count(), before.tries().count());
        tiles.add("board.contacts", today.tries().reaching(), before.tries().reaching());
        tiles.add(
                "board.people-reached",
                today.tries().peopleReached(),
                before.tries().peopleReached());
        tiles.add("board.outcomes", today.outcomes(), before.outcomes());
        tiles.add(
                "board.accepted", today.answered().accepted(), before.answered().accepted());
        tiles.add(
                "board.returned", today.answered().returned(), before.answered().returned());
        return tiles.all;
    }

    private final class Tiles {
        private final Locale locale;
        private final List<Tile> all = new ArrayList<>();

        Tiles(Locale locale) {
            this.locale = locale;
        }

        void add(String name, int now, int before) {
            all.add(new Tile(name, Change.number(now), change.note(now, before, locale)));
        }
    }

    /** Everybody who works on something or did so today, by name. */
    private static List<Line> operators(BoardPage page) {
        Map<String, List<AtWork>> holding = page.atWork().stream().collect(Collectors.groupingBy(AtWork::operator));
        Map<String, Worker> done =
                page.today().workers().stream().collect(Collectors.toMap(Worker::operator, worker -> worker));
        TreeSet<String> names = new TreeSet<>(holding.keySet());
        names.addAll(done.keySet());
        return names.stream()
                .map(name -> new Line(
                        holding.getOrDefault(name, List.of()), done.getOrDefault(name, new Worker(name, 0, 0, 0))))
                .toList();
    }

    /** An operator: the cases in hand, and what was done today. */
    record Line(List<AtWork> cases, Worker done) {}
}
