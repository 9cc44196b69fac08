package org.quanzu.fact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Offers a getter to rules as a word, with the sentence and the example that stand in {@code WORDS.md}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Word {
    String value();

    String example() default "";

    /** The form the texts of the word have; what a rule compares them with is brought into the same form. */
    Form form() default Form.AS_SENT;

    /** The only texts the word can have, where they are known. */
    Class<? extends Enum<?>>[] oneOf() default {};

    /** The form of a text. */
    enum Form {
        AS_SENT,
        WORDS,
        SUBJECT
    }
}
