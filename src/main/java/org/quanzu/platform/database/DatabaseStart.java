package org.quanzu.platform.database;

import org.quanzu.platform.DataFolder;
import org.quanzu.platform.QuanzuSettings;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Starts the embedded database before any bean is made, so that both come up together, unless another database is named.
 * Registered first, it is stopped last.
 */
final class DatabaseStart implements BeanFactoryPostProcessor {
    private static final String NAME = "embeddedDatabase";
    private final Environment environment;

    DatabaseStart(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (!environment.getProperty("spring.datasource.url", "").isBlank()) {
            return;
        }
        var settings = Binder.get(environment).bindOrCreate("quanzu", QuanzuSettings.class);
        var database = new EmbeddedDatabase(new DataFolder(settings.data()), settings.database()).startInBackground();
        beans.registerSingleton(NAME, database);
        ((DefaultSingletonBeanRegistry) beans).registerDisposableBean(NAME, database::close);
    }
}
