package org.quanzu.rulefile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanzu.rulefile.vocabulary.FactType;
import org.quanzu.rulefile.vocabulary.Kind;
import org.quanzu.rulefile.vocabulary.Property;
import org.quanzu.rulefile.vocabulary.Vocabulary;

/** Writes {@code WORDS.md}: every fact type and word a rule may use. */
public final class WordsPage {
    private static final Map<String, String> MEANINGS = Map.of(
            "Now",
                    "The present: the person's latest event time. It has no words of its own; bind it to say *until now*.",
            "Call",
                    "A call to or from the person, from its start to its end; one in progress ends now. Legs at most 5 s apart are one call.",
            "Transaction", "A payment of or to the person, a point in time.",
            "Message", "A message to or from the person, a point in time.",
            "AppActivity", "Something done on the person's device or account, a point in time.",
            "Number", "The other number of a call (`number`) or of a message (`sender`), as known when it happened.",
            "Party", "The other side of a payment (`payee`, `payer`), as known when the payment happened.");
    private static final String INTRODUCTION = """
            # Words

            Every fact type and every word a rule may use. This page is generated; a test fails when it is stale.

            A word marked **?** may be unknown. Unknown is not no: neither `x`, nor `!x`, nor any comparison with it holds,
            but `x == null` and `x != null` can be asked. `amount` and other money is in the home currency.
            """;
    private static final String LANGUAGE = """

            ## Language

            | to say | write | example |
            |---|---|---|
            | a fact with all these properties | `$name : Type( …, … )` | `$call : Call( incoming, minutes >= 3 )` |
            | it is so, it is not so | `x`, `!x` | `!payee.familiar` |
            | compare | `==` `!=` `<` `<=` `>` `>=` | `amount >= 500 && <= 20000` |
            | one of several | `in`, `not in` | `purpose in ( "REFUND", "SALARY" )` |
            | a text looks like this | `matches`, `not matches` | `memo matches ".*deposit.*"` |
            | a collection or a text has it | `contains`, `not contains` | `themes contains "LOAN_OFFER"` |
            | calculate | `+` `-` `*` `/` `%` | `amount * 2 <= $loan.amount` |
            | both, one of both | `&&`, <code>&#124;&#124;</code> | `screenShared && callActive` |
            | starts within 2 hours after the end of | `this after[0m, 2h] $call` | durations: `30s` `5m` `2h` `3d` `1h30m` |
            | the same, or while it lasted | `this after[-4h, 2h] $call` | a lower bound may be negative |
            | ends at most 1 day before the start of | `this before[0m, 1d] $now` | from 1 ms on without [ ] |
            | lies inside of | `this during[0m, 12h] $call` | any distance without [ ] |
            | another fact than | `this != $other` | |
            | there is none, there is one | `not Type( … )`, `exists Type( … )` | `not Call( inProgress )` |
            | one of several facts | `( A( … ) or B( … ) )` | `and` and brackets work alike |
            | all of them | `forall( A( … ) )` | `forall( $p : A( … ) A( this == $p, … ) )` |
            | numbers over several facts | `accumulate( A ; functions ; constraints )` | `count(1)` `sum` `min` `max` `average` |
            | a list of several facts | `$l : List( size >= 3 ) from collect( A )` | |
            """;

    private WordsPage() {}

    public static String print() {
        Vocabulary vocabulary = Vocabulary.standard();
        return INTRODUCTION
                + sections(List.of("Now", "Call", "Transaction", "Message", "AppActivity"), vocabulary.facts())
                + sections(List.of("Number", "Party"), vocabulary.parts())
                + LANGUAGE;
    }

    private static String sections(List<String> names, Map<String, FactType> types) {
        if (!types.keySet().equals(Set.copyOf(names))) {
            throw new IllegalStateException("the types are " + types.keySet() + "\nMaybe describe a new one here");
        }
        return names.stream()
                .map(name -> section(Objects.requireNonNull(types.get(name))))
                .collect(Collectors.joining());
    }

    private static String section(FactType type) {
        String head = "\n## " + type.name() + "\n\n" + MEANINGS.get(type.name()) + "\n";
        if (type.properties().isEmpty()) {
            return head;
        }
        return type.properties().values().stream()
                .map(WordsPage::row)
                .collect(Collectors.joining("", head + "\n| word | is | meaning | example |\n|---|---|---|---|\n", ""));
    }

    private static String row(Property property) {
        String unknown = property.mayBeUnknown() ? " **?**" : "";
        return "| `" + property.name() + "`" + unknown + " | " + kind(property) + " | " + property.meaning() + " | `"
                + example(property) + "` |\n";
    }

    private static String kind(Property property) {
        if (property.part() != null) {
            return "see [" + property.part().name() + "](#"
                    + property.part().name().toLowerCase(Locale.ROOT) + ")";
        }
        if (property.hasFewTexts()) {
            String texts = property.oneOf().stream().collect(Collectors.joining("`, `", "`", "`"));
            return property.kind() == Kind.TEXTS ? "some of " + texts : texts;
        }
        return property.whole() ? "whole number" : property.kind().words();
    }

    private static String example(Property property) {
        if (!property.example().isEmpty()) {
            return property.example();
        }
        String name = property.name();
        if (!property.oneOf().isEmpty()) {
            return name + " == \"" + property.oneOf().get(0) + "\"";
        }
        if (property.onlyToCompare()) {
            return name.equals("account") ? "payee.account == $p.payee.account" : "number.value == $c.number.value";
        }
        return switch (property.kind()) {
            case TRUTH -> (property.mayBeUnknown() ? "!" : "") + name;
            case TEXT -> name + " matches \".*loan.*\"";
            case MONEY -> name + " >= 1000";
            default -> name + " >= 3";
        };
    }
}
