package org.quanzu.platform;

import java.time.Clock;
import javax.crypto.SecretKey;
import org.quanzu.seal.SealKeys;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** What every other package is handed: the clock, the data folder, the keys of identities and of sealed values. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuanzuSettings.class)
public class PlatformConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    PlatformConfiguration() {
        RepeatedLines.stand();
    }

    @Bean
    static SealStart sealStart(Environment environment) {
        return new SealStart(environment);
    }

    @Bean
    DataFolder dataFolder(QuanzuSettings settings) {
        return new DataFolder(settings.data());
    }

    @Bean
    @Lazy // the short commands hash nothing
    SecretKey identityKey(QuanzuSettings settings, DataFolder data) {
        var set = settings.identityKey();
        return IdentityKey.of(set.isBlank() ? data.secret("identity.key", SecretKeyText::random) : set);
    }

    @Bean
    @Lazy // the short commands seal nothing
    SealKeys sealKeys(QuanzuSettings settings, DataFolder data) {
        var set = settings.encryptionKeys();
        return EncryptionKeys.of(set.isBlank() ? data.secret("encryption.key", SecretKeyText::random) : set);
    }
}
