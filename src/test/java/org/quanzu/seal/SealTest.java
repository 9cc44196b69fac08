package org.quanzu.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanzu.testkit.TestSeal;

class SealTest {
    private static final Place HERE = SealedColumn.ATTEMPT_NOTE.of("case-1", 1);
    private static final String NOTE = "王五 says 6222021234567890 is his brother's";

    private final Seal seal = new Seal(TestSeal.keys(1));

    @Test
    void opensWhatItSealed() {
        byte[] kept = seal.sealText(NOTE, HERE);

        assertThat(seal.openText(kept, HERE)).isEqualTo(NOTE);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("6222021234567890");
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(seal.sealText(NOTE, HERE)).isNotEqualTo(seal.sealText(NOTE, HERE));
    }

    @Test
    void keepsTextsInOrderAndNothingAsNothing() {
        List<String> accounts = List.of("6222 0212", "", "a,\"b\"");

        assertThat(seal.openTexts(seal.sealTexts(accounts, HERE), HERE)).isEqualTo(accounts);
        assertThat(seal.sealNote(null, HERE)).isNull();
        assertThat(seal.openNote(null, HERE)).isNull();
    }

    @Test
    void opensWhatWasWrittenBeforeAnythingWasSealed() {
        byte[] old = NOTE.getBytes(StandardCharsets.UTF_8);

        assertThat(seal.openText(old, HERE)).isEqualTo(NOTE);
        assertThat(seal.open(new byte[] {1, 2, 3}, HERE)).containsExactly(1, 2, 3);
        assertThat(seal.open(new byte[0], HERE)).isEmpty();
    }

    @Test
    void opensWithAnyKeyAndSealsWithTheFirst() {
        Seal rotated = new Seal(TestSeal.keys(2, 1));

        byte[] old = seal.sealText(NOTE, HERE);
        byte[] fresh = rotated.sealText(NOTE, HERE);

        assertThat(rotated.openText(old, HERE)).isEqualTo(NOTE);
        assertThat(rotated.openText(fresh, HERE)).isEqualTo(NOTE);
        assertThat(SealKeys.idOf(old)).isEqualTo(TestSeal.keys(1).first());
        assertThat(SealKeys.idOf(fresh)).isEqualTo(TestSeal.keys(2).first());
    }

    @Test
    void namesTheKeyThatIsMissing() {
        byte[] kept = seal.sealText(NOTE, HERE);

        assertThatThrownBy(() -> new Seal(TestSeal.keys(2)).openText(kept, HERE))
                .isInstanceOf(Unopenable.class)
                .hasMessageContaining("attempts.note is sealed with key " + SealKeys.shown(TestSeal.KEYS.first()))
                .hasMessageContaining("\nMaybe ")
                .hasMessageNotContaining("case-1");
    }

    @Test
    void opensWhatAnEarlierProcessSealed() {
        Seal restarted = new Seal(TestSeal.keys(1));

        assertThat(restarted.openText(seal.sealText(NOTE, HERE), HERE)).isEqualTo(NOTE);
    }

    @Test
    void refusesEveryChangedByte() {
        byte[] kept = seal.sealText(NOTE, HERE);

        for (int i = 1; i < kept.length; i++) {
            byte[] changed = kept.clone();
            changed[i] ^= 1;
            boolean anotherKey = SealKeys.idOf(changed) != SealKeys.idOf(kept);

            assertThatThrownBy(() -> seal.openText(changed, HERE))
                    .isInstanceOf(Unopenable.class)
                    .hasMessageStartingWith(
                            anotherKey
                                    ? "A value in attempts.note is sealed with key "
                                    : "A value in attempts.note was changed, or belongs to another row\nMaybe ")
                    .hasMessageNotContaining("case-1");
        }
    }

    @Test
    void refusesWhatIsCutOff() {
        byte[] kept = seal.sealText(NOTE, HERE);

        for (int length = 1; length < kept.length; length++) {
            byte[] cut = Arrays.copyOf(kept, length);

            assertThatThrownBy(() -> seal.openText(cut, HERE)).isInstanceOf(Unopenable.class);
        }
    }

    @Test
    void refusesAValueFromAnotherPlace() {
        byte[] kept = seal.sealText(NOTE, HERE);

        List<Place> others = List.of(
                SealedColumn.ATTEMPT_NOTE.of("case-2", 1),
                SealedColumn.ATTEMPT_NOTE.of("case-1", 2),
                SealedColumn.OUTCOME_NOTE.of("case-1", 1));

        assertThat(others)
                .allSatisfy(other ->
                        assertThatThrownBy(() -> seal.openText(kept, other)).isInstanceOf(Unopenable.class));
    }

    @Test
    void tellsRowsApartWhateverTheirKeysContain() {
        Place one = SealedColumn.EVENT_BODY.of("a\n1:b", "c");
        Place other = SealedColumn.EVENT_BODY.of("a", "b\n1:c");

        assertThat(one.bytes()).isNotEqualTo(other.bytes());
    }

    @Test
    void wantsEveryKeyOfARow() {
        assertThatThrownBy(() -> SealedColumn.EVENT_BODY.of("bank"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[source, event_id]");
    }

    @Test
    void agreesOnTheRowsOfEachTable() {
        assertThat(SealedColumn.tables())
                .allSatisfy(table -> assertThat(SealedColumn.in(table))
                        .extracting(SealedColumn::rowKeys)
                        .containsOnly(SealedColumn.in(table).get(0).rowKeys()));
    }

    @Test
    void countsAKeyThatIsSetTwiceOnce() {
        Seal twice = new Seal(TestSeal.keys(1, 1));

        assertThat(twice.openText(seal.sealText(NOTE, HERE), HERE)).isEqualTo(NOTE);
        assertThat(TestSeal.keys(1, 1)).hasToString("SealKeys[[" + SealKeys.shown(TestSeal.KEYS.first()) + "]]");
    }
}
