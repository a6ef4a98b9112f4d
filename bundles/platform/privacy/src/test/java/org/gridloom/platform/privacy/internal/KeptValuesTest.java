package org.gridloom.platform.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridloom.platform.privacy.PersonalKind;
import org.gridloom.platform.privacy.internal.crypto.KeyFile;
import org.gridloom.platform.privacy.internal.crypto.Sealed;
import org.gridloom.platform.privacy.internal.crypto.Sealed.Broken;

/** What holds for each datum, whatever it says: how it is sealed, brought into one form, compared, and masked. */
class KeptValuesTest {

    private static final String FORM = "v1.";
    /** What is made up as a number seldom is one: a run is not at fault for it. */
    private static final int MOST_ARE_FAULTY = 100;

    /** What is typed into a field of a kind. */
    record Typed(PersonalKind kind, String text) {}

    /** What is typed into a field of a kind for two people. */
    record Pair(PersonalKind kind, String one, String other) {}

    @Provide
    Arbitrary<String> texts() {
        return PersonalTexts.any();
    }

    @Provide
    Arbitrary<Typed> typed() {
        return Arbitraries.of(PersonalKind.class).flatMap(kind -> texts(kind).map(text -> new Typed(kind, text)));
    }

    private static Arbitrary<String> texts(PersonalKind kind) {
        return switch (kind) {
            case PHONE -> PersonalTexts.phones();
            case ID_NUMBER -> PersonalTexts.identities();
            default -> PersonalTexts.any();
        };
    }

    @Property(tries = 200)
    void whatIsSealedOpensInItsPlaceWithItsKeyAndNowhereElse(
            @ForAll("texts") String text, @ForAll("texts") String place, @ForAll("texts") String elsewhere)
            throws Broken {
        Assume.that(!place.equals(elsewhere));
        byte[] key = KeyFile.newKey();

        String sealed = Sealed.seal(key, place, text.getBytes(StandardCharsets.UTF_8));

        assertThat(new String(Sealed.open(key, place, sealed), StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThatThrownBy(() -> Sealed.open(key, elsewhere, sealed)).isInstanceOf(Broken.class);
        assertThatThrownBy(() -> Sealed.open(KeyFile.newKey(), place, sealed)).isInstanceOf(Broken.class);
    }

    @Property(tries = 200)
    void aSingleBitThatChangedIsFound(@ForAll("texts") String text, @ForAll int bit) {
        byte[] key = KeyFile.newKey();
        String sealed = Sealed.seal(key, "resident/1", text.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(FORM.length()));
        int at = Math.floorMod(bit, bytes.length * Byte.SIZE);
        bytes[at / Byte.SIZE] ^= (byte) (1 << at % Byte.SIZE);
        String changed = FORM + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThatThrownBy(() -> Sealed.open(key, "resident/1", changed)).isInstanceOf(Broken.class);
    }

    @Property(tries = 200)
    void whateverIsPutInItsPlaceIsRefusedWithoutAFailure(@ForAll("texts") String text) {
        assertThatThrownBy(() -> Sealed.open(KeyFile.newKey(), "resident/1", FORM + text))
                .isInstanceOf(Broken.class);
        assertThatThrownBy(() -> Sealed.open(KeyFile.newKey(), "resident/1", text))
                .isInstanceOf(Broken.class);
    }

    @Property(tries = 200, maxDiscardRatio = MOST_ARE_FAULTY)
    void whatIsKeptIsInItsOneFormAndTakenAgainAsItIs(@ForAll("typed") Typed typed) {
        PersonalKind kind = typed.kind();
        Assume.that(kind.fault(typed.text()).isEmpty());

        String kept = kind.normal(typed.text());

        assertThat(kind.normal(kept)).isEqualTo(kept);
        assertThat(kind.fault(kept)).isEmpty();
    }

    /** Also such as begin with the country twice. */
    @Property(tries = 300, maxDiscardRatio = MOST_ARE_FAULTY)
    void aTelephoneNumberHasOneFormHoweverItWasDialled(@ForAll("phones") String phone) {
        whatIsKeptIsInItsOneFormAndTakenAgainAsItIs(new Typed(PersonalKind.PHONE, phone));
    }

    @Provide
    Arbitrary<String> phones() {
        return PersonalTexts.phones();
    }

    @Property(tries = 300)
    void indexesAreEqualWhereTheFormsAreAndOnlyThere(@ForAll("pairs") Pair pair) {
        Keys keys = new Keys(Map.of(KeyFile.INDEX, KeyFile.newKey(), 1, KeyFile.newKey()), 1);
        String one = pair.kind().normal(pair.one());
        String other = pair.kind().normal(pair.other());

        assertThat(keys.index("a", one).equals(keys.index("a", other))).isEqualTo(one.equals(other));
        assertThat(keys.index("a", one)).isNotEqualTo(keys.index("b", one));
    }

    /** Two of a kind, half of them the same but for how they are written. */
    @Provide
    Arbitrary<Pair> pairs() {
        return typed().flatMap(one -> Combinators.combine(texts(one.kind()), Arbitraries.of(true, false))
                .as((other, isSame) -> new Pair(one.kind(), one.text(), isSame ? " " + one.text() + "\u3000" : other)));
    }

    @Property(tries = 200, maxDiscardRatio = MOST_ARE_FAULTY)
    void aMaskShowsNoMoreThanItsKindAllowsAndTheRestIsHidden(@ForAll("typed") Typed typed) {
        PersonalKind kind = typed.kind();
        Assume.that(kind != PersonalKind.SHOWN && kind.fault(typed.text()).isEmpty());
        String clear = kind.normal(typed.text());
        Assume.that(clear.indexOf('*') < 0);

        String masked = kind.masked(clear);

        int stars = masked.indexOf('*');
        String head = masked.substring(0, stars);
        String tail = masked.substring(masked.lastIndexOf('*') + 1);
        assertThat(masked.substring(stars, masked.length() - tail.length())).matches("\\*+");
        assertThat(clear).startsWith(head).endsWith(tail);
        assertThat(characters(head)).isLessThanOrEqualTo(head(kind, characters(clear)));
        assertThat(characters(tail)).isLessThanOrEqualTo(tail(kind));
        assertThat(kind == PersonalKind.NAME || characters(head) + characters(tail) < characters(clear))
                .isTrue();
    }

    private static int head(PersonalKind kind, int length) {
        return switch (kind) {
            case PHONE -> 3;
            case ID_NUMBER -> 4;
            case NAME -> 1;
            case ADDRESS -> Math.min(6, length / 2);
            case TEXT, OTHER, SHOWN -> 0;
        };
    }

    private static int tail(PersonalKind kind) {
        return kind == PersonalKind.PHONE || kind == PersonalKind.ID_NUMBER ? 4 : 0;
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
