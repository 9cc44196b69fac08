package org.quanzu.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Values that are in clear or sealed with an old key, in pieces of a few blocks of a table. Rows somebody has locked are passed
 * over: who waits for nobody can block nobody for good.
 */
final class JdbcOldValues {
    private static final String EVENTS = "events";
    private static final long BLOCKS = 32;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final KeyedHash hash;
    private final int first;
    private @Nullable String trouble;

    JdbcOldValues(DataSource database, TransactionTemplate transaction, SealKeys keys, KeyedHash hash) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = transaction;
        this.seal = new Seal(keys);
        this.hash = hash;
        this.first = keys.first();
    }

    /** Some blocks of a table or of a partition of it. */
    record Piece(String table, String part, long from) {}

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (String table : SealedColumn.tables()) {
            for (String part : parts(table)) {
                long blocks = blocks(part);
                for (long from = 0; from < blocks; from += BLOCKS) {
                    pieces.add(new Piece(table, part, from));
                }
            }
        }
        return pieces;
    }

    private List<String> parts(String table) {
        List<String> parts = jdbc.queryForList(
                "select inhrelid::regclass::text from pg_inherits where inhparent = ?::regclass order by 1",
                String.class,
                table);
        return parts.isEmpty() && !table.equals(EVENTS) ? List.of(table) : parts;
    }

    private long blocks(String part) {
        Long blocks = jdbc.queryForObject(
                "select coalesce(pg_relation_size(to_regclass(?)), 0) / current_setting('block_size')::int",
                Long.class,
                part);
        return blocks == null ? 0 : blocks;
    }

    long count() {
        long left = 0;
        for (String table : SealedColumn.tables()) {
            Long old = jdbc.queryForObject("select count(*) from " + table + " where " + isOld(table), Long.class);
            left += old == null ? 0 : old;
        }
        return left;
    }

    private String isOld(String table) {
        String sealed = SealedColumn.in(table).stream()
                .map(one -> "not " + isSealedWith(first, one.column()))
                .collect(Collectors.joining(" or "));
        return "(" + sealed + (table.equals(EVENTS) ? " or counterparty is not null)" : ")");
    }

    /** A condition that is true of what the key of this id sealed; null of null. */
    static String isSealedWith(int id, String column) {
        return "(substring(" + column + " for 1) = '\\xff' and substring(" + column + " from " + (SealKeys.KEY_AT + 1)
                + " for 5) = '\\x01" + SealKeys.shown(id) + "')";
    }

    /** Seals what is old in a piece, and tells in how many rows. */
    int seal(Piece piece) {
        try {
            Integer rows = transaction.execute(status -> sealed(piece));
            return rows == null ? 0 : rows;
        } catch (BadSqlGrammarException e) {
            if (blocks(piece.part()) == 0) {
                return 0; // the day was dropped meanwhile
            }
            throw e;
        }
    }

    private int sealed(Piece piece) {
        List<SealedColumn> columns = SealedColumn.in(piece.table());
        List<Object[]> rows = new ArrayList<>();
        jdbc.query(
                "select " + selected(columns) + " from " + piece.part() + " where ctid >= ?::tid and ctid < ?::tid and "
                        + isOld(piece.table()) + " for update skip locked",
                row -> {
                    anew(row, columns).ifPresent(rows::add);
                },
                "(" + piece.from() + ",0)",
                "(" + (piece.from() + BLOCKS) + ",0)");
        jdbc.batchUpdate("update " + piece.part() + " set " + set(columns) + " where ctid = ?::tid", rows);
        return rows.size();
    }

    private static String selected(List<SealedColumn> columns) {
        SealedColumn any = columns.get(0);
        List<String> selected = new ArrayList<>();
        any.rowKeys().forEach(key -> selected.add(key + "::text"));
        columns.forEach(one -> selected.add(one.column()));
        selected.add("ctid::text as old_ctid");
        if (any.table().equals(EVENTS)) {
            selected.add("type, counterparty");
        }
        return String.join(", ", selected);
    }

    private static String set(List<SealedColumn> columns) {
        String values = columns.stream().map(one -> one.column() + " = ?").collect(Collectors.joining(", "));
        return columns.get(0).table().equals(EVENTS)
                ? values + ", counterparty = null, counterparty_hash = coalesce(?, counterparty_hash)"
                : values;
    }

    /** The values of a row as they shall be, and where it is; empty when one of them does not open. */
    private Optional<Object[]> anew(ResultSet row, List<SealedColumn> columns) throws SQLException {
        Object[] key = new Object[columns.get(0).rowKeys().size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = row.getString(1 + i);
        }
        List<@Nullable Object> values = new ArrayList<>();
        try {
            for (SealedColumn column : columns) {
                Place place = column.of(key);
                values.add(seal.sealAny(seal.openAny(row.getBytes(column.column()), place), place));
            }
        } catch (Unopenable e) {
            trouble = e.getMessage();
            return Optional.empty();
        }
        if (columns.get(0).table().equals(EVENTS)) {
            values.add(hashed(row.getString("type"), row.getString("counterparty")));
        }
        values.add(row.getString("old_ctid"));
        return Optional.of(values.toArray());
    }

    private byte @Nullable [] hashed(String type, @Nullable String counterparty) {
        if (counterparty == null) {
            return null;
        }
        return HexFormat.of()
                .parseHex(type.equals("transaction") ? hash.account(counterparty) : hash.number(counterparty));
    }

    /** What kept a row from being sealed, if anything did. */
    @Nullable String trouble() {
        return trouble;
    }
}
