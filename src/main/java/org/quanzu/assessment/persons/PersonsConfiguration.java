package org.quanzu.assessment.persons;

import java.time.Clock;
import javax.sql.DataSource;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.Journal;
import org.quanzu.journal.Partitions;
import org.quanzu.journal.consumer.PersonChanges;
import org.quanzu.person.Aliases;
import org.quanzu.person.FeedbackLog;
import org.quanzu.person.Identities;
import org.quanzu.person.Register;
import org.quanzu.person.link.DeclaredMerges;
import org.quanzu.person.source.PersonSources;
import org.quanzu.personcache.PersonCache;
import org.quanzu.personcache.PersonLoader;
import org.quanzu.rules.RuleSets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts persons on the register and the journal. */
@Configuration(proxyBeanMethods = false)
public class PersonsConfiguration {

    @Bean
    Registry registry(
            Register register,
            Aliases aliases,
            Identities identities,
            FeedbackLog feedback,
            PersonSources sources,
            DeclaredMerges merges) {
        return new Registry(register, aliases, identities, feedback, sources, merges);
    }

    @Bean
    PersonRebuilder personRebuilder(
            EventStore events,
            Partitions partitions,
            Register register,
            Aliases aliases,
            PersonLoader loader,
            RuleSets ruleSets) {
        return new PersonRebuilder(events, partitions, register, aliases, loader, ruleSets);
    }

    @Bean
    RegisteredPersons persons(
            Registry registry,
            PersonRebuilder rebuilder,
            PersonCache persons,
            EventStore history,
            PersonLoader loader,
            Journal journal,
            RuleSets ruleSets,
            DataSource database,
            PersonChanges changes,
            Clock clock) {
        return new RegisteredPersons(
                registry,
                persons,
                history,
                new Rescoring(registry.register(), loader, history, journal, ruleSets, changes),
                rebuilder,
                new TransactionTemplate(new JdbcTransactionManager(database)),
                clock);
    }
}
