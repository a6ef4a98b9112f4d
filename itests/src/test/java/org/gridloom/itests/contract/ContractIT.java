package org.gridloom.itests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.KnownRecords;
import org.gridloom.itests.harness.Operation;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The OpenAPI document judged by tools that are none of ours, and the server by the document. Comes late, as every
 * operation is called as it is meant.
 */
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(BootedDistrict.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractIT {

    private final Gridloom gridloom;
    private final NodeTools tools = new NodeTools(Path.of("contract").toAbsolutePath());
    private final ObjectNode document;
    private final Path file;

    ContractIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        document =
                (ObjectNode) gridloom.anonymous().get("/api/openapi.json").ok().json();
        file = written("openapi.json", document);
    }

    private static Path written(String name, JsonNode json) {
        try {
            Path folder = Files.createDirectories(Path.of("target/contract").toAbsolutePath());
            return Files.writeString(folder.resolve(name), json.toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void spectralFindsNothingToObjectToInTheDocument() {
        NodeTools.Outcome lint =
                tools.run("spectral", "lint", file.toString(), "--ruleset", "spectral.yaml", "--fail-severity", "hint");

        assertThat(lint.exitCode()).as(lint.output()).isZero();
    }

    @Test
    void neitherDoesRedocly() {
        NodeTools.Outcome lint = tools.run("redocly", "lint", file.toString(), "--config", "redocly.yaml");

        assertThat(lint.exitCode()).as(lint.output()).isZero();
        assertThat(lint.output()).doesNotContain("warning");
    }

    /** On records that are there, with the examples of the document. */
    @Test
    void whatIsSaidThroughAValidatingProxyKeepsToTheDocument() {
        List<String> against = new ArrayList<>();
        int served = 0;
        try (ValidatingProxy proxy = new ValidatingProxy(tools, withWholePaths(), gridloom)) {
            Accounts accounts = new Accounts(gridloom);
            // The first of the list, so that it is this one whose record is changed, and not the administrator's.
            Login bystander = accounts.create("aa-contract", "210102");
            Login caller = accounts.create("ab-contract", "210102", accounts.allPowerfulRole("contract-everything"));
            Rest direct = gridloom.anonymous().as(caller.username(), caller.password());
            Rest rest = proxy.gridloom().anonymous().as(caller.username(), caller.password());
            Rest own = proxy.gridloom().anonymous().as(bystander.username(), bystander.password());
            List<Operation> operations = Operation.all(direct);
            KnownRecords records = new KnownRecords(operations, direct);
            for (Operation operation : operations) {
                Answer answer = records.call(operation).as(operation.path().startsWith("/session") ? own : rest);
                if (operation.path().equals("/operations/read-only")) {
                    gridloom.rest().delete("/api/operations/read-only");
                }
                served += answer.status() / 100 == 2 ? 1 : 0;
                String violations = answer.header(ValidatingProxy.VIOLATIONS);
                if (violations != null) {
                    against.add(operation + ": " + answer.status() + " " + violations);
                }
            }
        }
        assertThat(against).isEmpty();
        assertThat(served).as("operations that were served, not refused").isGreaterThan(60);
    }

    /** Prism has it that the server's own path is not part of a request's. */
    private Path withWholePaths() {
        ObjectNode whole = document.deepCopy();
        whole.withArray("servers").removeAll().addObject().put("url", "/");
        ObjectNode paths = whole.objectNode();
        document.get("paths").fields().forEachRemaining(path -> paths.set("/api" + path.getKey(), path.getValue()));
        whole.set("paths", paths);
        return written("openapi-whole-paths.json", whole);
    }
}
