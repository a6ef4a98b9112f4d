package org.gridloom.platform.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.internal.server.TestServer.Answer;
import org.gridloom.platform.security.Anonymous;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class HotDeployTest {

    private TestServer server;
    private Bundle points;
    private Bundle patrol;
    private Bundle rival;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(Clock.systemUTC());
        points = server.bundle("org.gridloom.points", "/points-openapi.json");
        patrol = server.bundle("org.gridloom.patrol", null);
        rival = server.bundle("com.vendor.points", null);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aModuleThatIsUpdatedAnswersTryAgainAndOthersNoticeNothing() throws Exception {
        server.register(patrol, new Patrols());
        Runnable stop = server.register(points, new Points("first"));
        server.settle();

        stop.run();
        Answer during = server.get("/api/points");
        assertThat(during.status()).isEqualTo(503);
        assertThat(during.header("Retry-After")).isNotBlank();
        assertThat(during.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(server.get("/api/patrol/routes").status()).isEqualTo(200);

        server.register(points, new Points("second"));
        server.settle();
        assertThat(server.get("/api/points").body()).isEqualTo("second");
    }

    @Test
    void aModuleThatWasNeverStartedAnswersTryAgainToo() throws Exception {
        server.wants("venues");

        assertThat(server.get("/api/points/anything").status()).isEqualTo(503);
        assertThat(server.get("/api/venues").status()).isEqualTo(503);
        assertThat(server.get("/api/unheard").status()).isEqualTo(404);
    }

    @Test
    void aPathWhoseComponentIsStillToComeAnswersTryAgain() throws Exception {
        server.register(points, new Points("first"));
        server.settle();

        assertThat(server.get("/api/points/later/7").status()).isEqualTo(503);
        assertThat(server.get("/api/points/never").status()).isEqualTo(404);
    }

    @Test
    void whoAsksWhileWhatAModuleNeedsIsExchangedWaitsForAllOfIt() throws Exception {
        Runnable stop = server.register(points, new Points("first"));
        server.settle();

        server.awaits(points, true);
        stop.run();
        server.register(points, new Others());
        CompletableFuture<Answer> asked = server.getAsync("/api/points");
        assertThat(server.get("/api/patrol/routes").status()).isEqualTo(404);
        assertThat(asked).isNotDone();

        server.awaits(points, false);
        server.register(points, new Points("second"));
        assertThat(asked.get().body()).isEqualTo("second");
    }

    @Test
    void whatNeverComesKeepsNothingElseAway() throws Exception {
        server.awaits(points, true);
        server.register(points, new Others());
        server.settle();

        assertThat(server.get("/api/points/others").body()).isEqualTo("others");
        assertThat(server.get("/api/points").status()).isEqualTo(503);
    }

    @Test
    void aRequestUnderWayIsFinishedByTheModuleThatBeganIt() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Runnable stop = server.register(points, new Points("first", entered, go));
        server.settle();
        CompletableFuture<Answer> underWay = server.postAsync("/api/points/slow", "{}");
        entered.await();

        stop.run();
        go.countDown();

        assertThat(underWay.get().body()).isEqualTo("first");
    }

    @Test
    void aPathBelongsToTheFirstAndPassesOnWhenThatIsUninstalled() throws Exception {
        server.register(points, new Points("ours"));
        server.settle();
        server.register(rival, new Points("theirs"));
        server.settle();
        assertThat(server.get("/api/points").body()).isEqualTo("ours");

        server.uninstall(points);
        server.settle();
        assertThat(server.get("/api/points").body()).isEqualTo("theirs");
    }

    @Test
    void aBundleServesOnlyWhatBearsItsName() throws Exception {
        server.register(patrol, new Points("stolen"));
        server.settle();

        assertThat(server.get("/api/points").status()).isEqualTo(503);
    }

    @Path("points")
    public static class Points implements RestResource {

        private final String name;
        private final CountDownLatch entered;
        private final CountDownLatch go;

        Points(String name) {
            this(name, new CountDownLatch(1), new CountDownLatch(0));
        }

        Points(String name, CountDownLatch entered, CountDownLatch go) {
            this.name = name;
            this.entered = entered;
            this.go = go;
        }

        @GET
        @Anonymous
        public String name() {
            return name;
        }

        @jakarta.ws.rs.POST
        @Path("slow")
        @Anonymous
        public String slow() throws InterruptedException {
            entered.countDown();
            go.await();
            return name;
        }
    }

    @Path("points/others")
    public static class Others implements RestResource {

        @GET
        @Anonymous
        public String others() {
            return "others";
        }
    }

    @Path("patrol/routes")
    public static class Patrols implements RestResource {

        @GET
        @Anonymous
        public String routes() {
            return "routes";
        }
    }
}
