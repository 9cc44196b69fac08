package org.quanzu;

import org.quanzu.platform.command.HostDefaults;
import org.quanzu.platform.command.RootCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of the one jar. */
@SpringBootApplication(proxyBeanMethods = false)
public class Quanzu {

    public static void main(String[] args) {
        HostDefaults.settle();
        var code = RootCommand.run(Quanzu.class, args);
        if (code != 0) {
            System.exit(code);
        }
    }
}
