package org.quanzu.platform;

import java.util.List;
import org.quanzu.seal.SealKeys;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** Loads the cryptography while the database starts: the first key takes a third of a second, the next one nothing. */
final class SealStart implements BeanFactoryPostProcessor {
    private final Environment environment;

    SealStart(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (environment.getProperty("quanzu.database.writer", Boolean.class, true)) {
            var thread = new Thread(() -> SealKeys.of(List.of(new byte[SealKeys.BYTES])), "seal-start");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
