package org.quanzu.practice;

import java.util.List;
import java.util.Optional;

/** The texts of {@code messages.csv} that a person can get. */
public record Messages(List<Message> all) {
    /** The template that fits where no other does. */
    public static final String GENERAL = "general";

    /** Where the name of the centre goes. */
    public static final String CENTRE = "{centre}";

    /** What holds where the table is missing: one text that fits everybody. */
    public static final Messages STANDARD = new Messages(List.of(new Message(
            GENERAL,
            "From {centre}: we would like to check something with you. Please take a moment before you pay, share no"
                    + " screen and tell nobody a code. Talk to your family, or walk into the nearest police station or"
                    + " bank branch. No answer is needed.",
            "【{centre}】想和您核实一下情况。付款前请先停一停，不要共享屏幕，不要把验证码告诉任何人。" + "请与家人商量，或到就近的派出所、银行网点当面询问。本消息无需回复。")));

    public Messages {
        all = List.copyOf(all);
    }

    /** A text in both languages, by the name of its template. */
    public record Message(String template, String en, String zh) {}

    public Optional<Message> find(String template) {
        return all.stream()
                .filter(message -> message.template().equals(template))
                .findFirst();
    }

    /** The message for {@code script}, or the one that fits everybody; empty without either. */
    public Optional<Message> fitting(String script) {
        return find(script).or(() -> find(GENERAL));
    }
}
