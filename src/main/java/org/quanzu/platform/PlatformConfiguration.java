package org.quanzu.platform;

import java.time.Clock;
import javax.crypto.SecretKey;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every other package is handed: the clock, the data folder, the key of identities. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuanzuSettings.class)
public class PlatformConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DataFolder dataFolder(QuanzuSettings settings) {
        return new DataFolder(settings.data());
    }

    @Bean
    SecretKey identityKey(QuanzuSettings settings, DataFolder data) {
        var set = settings.identityKey();
        return IdentityKey.of(set.isBlank() ? data.secret("identity.key", IdentityKey::random) : set);
    }
}
