package org.quanzu.rules.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;

/** What compiling rules comes to: classes by name, and the names of those that are models. */
@SuppressWarnings("ArrayRecordComponent")
record Bytecode(Map<String, byte[]> classes, List<String> models) {

    Bytecode {
        classes = new TreeMap<>(classes);
        models = List.copyOf(models);
    }

    /** Loads the classes; answers the model of each rule by the rule's name. */
    Map<String, Model> load() {
        Loader loader = new Loader(classes);
        Map<String, Model> byName = new HashMap<>();
        for (String name : models) {
            for (Rule rule : loader.model(name).getRules()) {
                byName.put(rule.getName(), new ModelImpl(rule.getName()).addRule(rule));
            }
        }
        return byName;
    }

    /** Defines classes from memory; they go when nothing refers to their rules any longer. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(Bytecode.class.getClassLoader());
            this.classes = classes;
        }

        Model model(String name) {
            try {
                return (Model) loadClass(name).getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("The compiled rules do not load: " + e, e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
