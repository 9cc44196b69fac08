package org.quanzu.rulefile.vocabulary;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.AppActivity;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.KnownNumber;
import org.quanzu.fact.Message;
import org.quanzu.fact.Now;
import org.quanzu.fact.Party;
import org.quanzu.fact.Transaction;
import org.quanzu.fact.Word;

/** Everything rules may talk about: the fact types, and the groups of words their properties lead to. */
public final class Vocabulary {
    public static final String NOW = "Now";
    private static final Map<Class<?>, String> PARTS = Map.of(KnownNumber.class, "Number", Party.class, "Party");
    private static final List<String> GRADES = List.of("CONFIRMED", "REPORTED", "SUSPECTED");
    private static final Vocabulary STANDARD = new Vocabulary();

    private final SortedMap<String, FactType> facts = new TreeMap<>();
    private final SortedMap<String, FactType> parts = new TreeMap<>();

    private Vocabulary() {
        PARTS.forEach((type, name) -> parts.put(name, new FactType(name, false, properties(type))));
        for (Class<?> type : List.of(Call.class, Transaction.class, Message.class, AppActivity.class)) {
            facts.put(type.getSimpleName(), new FactType(type.getSimpleName(), true, properties(type)));
        }
        facts.put(NOW, new FactType(Now.class.getSimpleName(), true, new TreeMap<>()));
    }

    /** The words of the facts in {@code org.quanzu.fact}. */
    public static Vocabulary standard() {
        return STANDARD;
    }

    public @Nullable FactType fact(String name) {
        return facts.get(name);
    }

    public SortedMap<String, FactType> facts() {
        return Collections.unmodifiableSortedMap(facts);
    }

    public SortedMap<String, FactType> parts() {
        return Collections.unmodifiableSortedMap(parts);
    }

    private SortedMap<String, Property> properties(Class<?> type) {
        SortedMap<String, Property> properties = new TreeMap<>();
        for (Method method : type.getMethods()) {
            Word word = method.getAnnotation(Word.class);
            if (word != null && (type != Now.class || method.getDeclaringClass() != Fact.class)) {
                Property property = property(method, word);
                properties.put(property.name(), property);
            }
        }
        return properties;
    }

    private Property property(Method method, Word word) {
        String name = name(method);
        Class<?> type = method.getReturnType();
        return new Property(
                name,
                kind(type),
                method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class),
                type == int.class || type == Integer.class,
                oneOf(name, word),
                PARTS.containsKey(type) ? parts.get(PARTS.get(type)) : null,
                method,
                word.value(),
                word.example());
    }

    private static String name(Method method) {
        String name = method.getName().substring(method.getName().startsWith("is") ? 2 : 3);
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static Kind kind(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return Kind.TRUTH;
        }
        if (type == int.class || type == Integer.class || type == Double.class) {
            return Kind.NUMBER;
        }
        if (type == String.class) {
            return Kind.TEXT;
        }
        if (type == BigDecimal.class) {
            return Kind.MONEY;
        }
        if (Collection.class.isAssignableFrom(type)) {
            return Kind.TEXTS;
        }
        if (PARTS.containsKey(type)) {
            return Kind.PART;
        }
        throw new IllegalStateException(type + " is no type rules know\nMaybe teach it to Vocabulary");
    }

    private static List<String> oneOf(String name, Word word) {
        List<String> texts = new ArrayList<>();
        for (Class<? extends Enum<?>> type : word.oneOf()) {
            Arrays.stream(type.getEnumConstants()).map(Enum::name).forEach(texts::add);
        }
        if (name.equals("currency")) {
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .sorted()
                    .forEach(texts::add);
        }
        return name.equals("grade") ? GRADES : texts;
    }
}
