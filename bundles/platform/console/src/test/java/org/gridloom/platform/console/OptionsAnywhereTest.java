package org.gridloom.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.karaf.shell.api.action.Option;
import org.junit.jupiter.api.Test;

class OptionsAnywhereTest {

    private final Map<String, Boolean> options = OptionsAnywhere.options(Tree.class);

    @Test
    void optionsComeBeforeArgumentsWhereverTheyStand() {
        assertThat(ordered("tree", "210102021", "--depth", "2", "-a", "more"))
                .isEqualTo("tree --depth 2 -a 210102021 more");
    }

    @Test
    void whatIsQuotedUnknownOrJoinedToItsValueStaysAsItIs() {
        assertThat(ordered("tree", "'--depth'", "--depth='a b'", "--other", "-5"))
                .isEqualTo("tree --depth='a b' '--depth' --other -5");
    }

    @Test
    void optionsOfTheBaseAreKnownToo() {
        assertThat(ordered("tree", "x", "--no-format")).isEqualTo("tree --no-format x");
    }

    @Test
    void anOptionThatLacksItsValueIsLeftToKaraf() {
        assertThat(ordered("tree", "x", "--depth")).isEqualTo("tree --depth x");
    }

    private String ordered(String... words) {
        return OptionsAnywhere.optionsFirst(words, options);
    }

    private static final class Tree extends GridloomCommand {

        @Option(name = "--depth")
        private int depth;

        @Option(name = "--all", aliases = "-a")
        private boolean all;

        @Override
        protected void run() {}
    }
}
