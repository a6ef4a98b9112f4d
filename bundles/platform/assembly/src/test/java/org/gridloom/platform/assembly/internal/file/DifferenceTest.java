package org.gridloom.platform.assembly.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void mapsAreComparedByKeyListsAndTextsAsTheyAre() {
        assertThat(Difference.between(
                        Map.of("a", Map.of("same", "1", "gone", "2", "list", List.of("x", "y"))),
                        Map.of("a", Map.of("same", "1", "new", "3", "list", List.of("y", "x")))))
                .containsExactlyInAnyOrder(
                        new Difference("a/gone", "2", null),
                        new Difference("a/new", null, "3"),
                        new Difference("a/list", List.of("x", "y"), List.of("y", "x")));
    }

    @Test
    void theSameDiffersInNothing() {
        assertThat(Difference.between(Map.of("a", Map.of()), Map.of("a", Map.of())))
                .isEmpty();
    }
}
