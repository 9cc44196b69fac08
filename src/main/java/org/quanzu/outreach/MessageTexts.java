package org.quanzu.outreach;

import java.util.List;
import java.util.Optional;
import org.quanzu.practice.Messages;
import org.quanzu.practice.Messages.Message;
import org.quanzu.scoring.Text;

/** The messages a person can get, as the rules in service have them, from the centre by its name. */
public final class MessageTexts {
    private static final Text SOMEBODY = new Text("the anti-fraud centre", "反诈中心");
    private final ServedRules rules;
    private final Text centre;

    /** {@code centre} is who the messages are from; blank for a word anybody understands. */
    MessageTexts(ServedRules rules, String centre) {
        this.rules = rules;
        this.centre = centre.isBlank() ? SOMEBODY : new Text(centre, centre);
    }

    /** The names that can be asked for, in the order of the table. */
    public List<String> templates() {
        return rules.messages().all().stream().map(Message::template).toList();
    }

    /** The template for what {@code script} is about; empty when the rules have none, not even one for everybody. */
    public Optional<String> fitting(String script) {
        return rules.messages().fitting(script).map(Message::template);
    }

    /** The text as the person reads it. */
    public Text text(String template) {
        return rules.messages()
                .find(template)
                .map(this::filled)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no message \"" + template + "\" in messages.csv\nMaybe use one of " + templates()));
    }

    private Text filled(Message message) {
        return new Text(
                message.en().replace(Messages.CENTRE, centre.en()), message.zh().replace(Messages.CENTRE, centre.zh()));
    }
}
