package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class HomeMoneyTest {
    private static final BigDecimal AMOUNT = new BigDecimal("86000.5");

    private static HomeMoney of(String currency) {
        return new HomeMoney(new MockEnvironment().withProperty("quanzu.currency", currency));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CNY | ¥86,000.50       | ¥86,001",
                "EUR | €86,000.50       | €86,001",
                "VND | ₫86,001          | ₫86,001",
                "AED | AED\u00a086,000.50 | AED\u00a086,001"
            })
    void writesAmountsInTheHomeCurrency(String currency, String exact, String whole) {
        assertThat(of(currency).of(AMOUNT)).isEqualTo(exact);
        assertThat(of(currency).whole(AMOUNT)).isEqualTo(whole);
    }

    @Test
    void countsInYuanWhereNoCurrencyIsSet() {
        HomeMoney yuan = new HomeMoney(new MockEnvironment());

        assertThat(yuan.sign()).isEqualTo("¥");
        assertThat(yuan.unit(Locale.SIMPLIFIED_CHINESE)).isEqualTo("元");
        assertThat(yuan.unit(Locale.ENGLISH)).isEqualTo("yuan");
    }

    @Test
    void namesAnyOtherCurrencyByItsCode() {
        assertThat(of("EUR").unit(Locale.SIMPLIFIED_CHINESE)).isEqualTo("EUR");
    }
}
