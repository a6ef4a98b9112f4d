package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.gridloom.organization.PartyOrganizationFilter;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class PartyScaleTest {

    private static final Logger LOG = LoggerFactory.getLogger(PartyScaleTest.class);
    private static final int ORGANIZATIONS = 5_000;
    private static final int POSTS = 12_000;

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    @Test
    void aWholeDistrictIsImportedInAFewSeconds() throws IOException {
        PartyDesk desk = new PartyDesk(database).withParty();
        DefaultPartyImport imports = desk.imports();
        StringBuilder party = new StringBuilder("code,name,level,type,parent,seat,validFrom\n");
        for (int i = 0; i < ORGANIZATIONS; i++) {
            party.append("Z" + i + ",第" + i + "支部,branch,branch,SQ," + PartyDesk.GRID + ",2021-07-01\n");
        }
        StringBuilder posts = new StringBuilder("person,name,unit,kind,at,validFrom\n");
        for (int i = 0; i < POSTS; i++) {
            String kind = i < ORGANIZATIONS ? "branch-secretary" : "committee-member";
            posts.append("R" + i + ",某某" + i + "," + PartyDesk.GRID + "," + kind + ",Z" + i % ORGANIZATIONS
                    + ",2021-07-01\n");
        }

        long start = cpu();
        ImportReport organizations = imports.partyOrganizations(in(party), false, Progress.NONE);
        long middle = cpu();
        ImportReport people = imports.posts(in(posts), false, Progress.NONE);
        long end = cpu();
        LOG.info(
                "{} organisations in {} ms of this thread, {} people with posts in {} ms",
                ORGANIZATIONS,
                Duration.ofNanos(middle - start).toMillis(),
                POSTS,
                Duration.ofNanos(end - middle).toMillis());

        assertThat(organizations.created()).isEqualTo(ORGANIZATIONS);
        assertThat(people.created()).isEqualTo(2 * POSTS);
        assertThat(imports.posts(in(posts), true, Progress.NONE).unchanged()).isEqualTo(2 * POSTS);
        assertThat(desk.party
                        .list(
                                new PartyOrganizationFilter("210102", "branch", null, null, null, null),
                                PageQuery.first())
                        .total())
                .isEqualTo(ORGANIZATIONS + 1);
        assertThat(desk.coverage.report("210102", null).gaps()).containsEntry("organization-without-lead", 5);
        assertThat(desk.party.tree(null, 10, null)).hasSize(ORGANIZATIONS + 5);
        assertThat(Duration.ofNanos(end - start)).isLessThan(Duration.ofSeconds(20));
    }

    /** Time that this thread was given, whatever else the machine does. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static ByteArrayInputStream in(StringBuilder csv) {
        return new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8));
    }
}
