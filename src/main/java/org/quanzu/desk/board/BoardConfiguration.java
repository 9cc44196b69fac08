package org.quanzu.desk.board;

import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the board on the database. */
@Configuration(proxyBeanMethods = false)
public class BoardConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Board board(DataSource database) {
        return new JdbcBoard(database);
    }
}
