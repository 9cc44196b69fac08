package org.quanzu.platform.command;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import org.quanzu.platform.settings.WrongSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;

/** Serves until stopped. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serves the HTTP API (the default command).")
final class ServeCommand implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(ServeCommand.class);
    private final Class<?> application;
    private final SpringSettings settings;

    ServeCommand(Class<?> application, SpringSettings settings) {
        this.application = application;
        this.settings = settings;
    }

    /** Comes back once the server listens; its threads keep the process alive. */
    @Override
    public Integer call() {
        try {
            var context = new SpringApplication(application).run(settings.toArray());
            var millis = ManagementFactory.getRuntimeMXBean().getUptime();
            log.info("Quanzu {} serves {} after {} ms", Version.text(), address(context.getEnvironment()), millis);
            return 0;
        } catch (RuntimeException alreadyReported) {
            return WrongSetting.isCauseOf(alreadyReported) ? 2 : 1;
        }
    }

    static String address(Environment environment) {
        var host = environment.getProperty("server.address", "127.0.0.1");
        var shown = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        var tls = environment.containsProperty("server.ssl.bundle") || environment.containsProperty("server.ssl.key-store");
        return (tls ? "https://" : "http://") + shown + ":" + environment.getProperty("local.server.port", "8080");
    }
}
