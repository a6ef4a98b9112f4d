package org.gridloom.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonalKindTest {

    @Test
    void masksHideWhatMatters() {
        assertThat(PersonalKind.PHONE.masked("13812345678")).isEqualTo("138****5678");
        assertThat(PersonalKind.ID_NUMBER.masked("210102199003071239")).isEqualTo("2101**********1239");
        assertThat(PersonalKind.NAME.masked("王淑兰")).isEqualTo("王**");
        assertThat(PersonalKind.NAME.masked("王")).isEqualTo("王*");
        assertThat(PersonalKind.ADDRESS.masked("和平区南京街1号2单元301")).isEqualTo("和平区南京街****");
        assertThat(PersonalKind.ADDRESS.masked("南1号")).isEqualTo("南****");
        assertThat(PersonalKind.OTHER.masked("高血压")).isEqualTo("****");
    }

    @Test
    void theWayOfWritingMakesNoDifference() {
        assertThat(PersonalKind.PHONE.normal("+86 138-1234 5678")).isEqualTo("13812345678");
        assertThat(PersonalKind.PHONE.normal("１３８１２３４５６７８")).isEqualTo("13812345678");
        assertThat(PersonalKind.ID_NUMBER.normal(" 11010519491231002x ")).isEqualTo("11010519491231002X");
    }

    @Test
    void numbersAreChecked() {
        assertThat(PersonalKind.PHONE.fault("024-23456789")).isEmpty();
        assertThat(PersonalKind.PHONE.fault("12812345678")).isPresent();
        assertThat(PersonalKind.PHONE.fault("1381234567")).isPresent();
        assertThat(PersonalKind.PHONE.fault("0086 0086 13812345"))
                .as("begins as a number abroad does")
                .isPresent();
        assertThat(PersonalKind.ID_NUMBER.fault("11010519491231002x")).isEmpty();
        assertThat(PersonalKind.ID_NUMBER.fault("110105194912310021")).isPresent();
        assertThat(PersonalKind.ID_NUMBER.fault("210102900307123")).isPresent();
        assertThat(PersonalKind.NAME.fault(" ")).isPresent();
    }
}
