package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Operation;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation of the OpenAPI document, tried by nobody, by an account without roles, and by an account that may do
 * everything in one street, on records of another street. New operations are covered by themselves.
 */
@Order(2)
@ExtendWith(BootedDistrict.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityMatrixIT {

    private static final String OWN = "210102021";
    private static final String FOREIGN = "210102016";
    private static final String SIGNED_IN = "*";

    private final Rest admin;
    private final Rest anonymous;
    private final Rest powerless;
    private final Rest owner;
    private final List<Operation> operations;
    private final ForeignRecords foreignRecords;
    private final Traces traces;

    SecurityMatrixIT(Gridloom gridloom) {
        Accounts accounts = new Accounts(gridloom);
        String role = accounts.allPowerfulRole("matrix-everything");
        admin = gridloom.rest();
        anonymous = gridloom.anonymous();
        powerless = signedIn(accounts.create("matrix-powerless", OWN));
        owner = signedIn(accounts.create("matrix-owner", OWN, role));
        Rest foreigner = signedIn(accounts.create("matrix-foreigner", FOREIGN, role));
        operations = Operation.all(admin);
        foreignRecords = new ForeignRecords(operations, owner, foreigner, FOREIGN);
        traces = new Traces(admin);
    }

    private Rest signedIn(Login login) {
        return anonymous.as(login.username(), login.password());
    }

    @BeforeAll
    void remember() {
        traces.remember("matrix-owner", "matrix-powerless");
    }

    @AfterAll
    void nothingThatWasRefusedLeftATrace() {
        traces.assertUnchanged();
    }

    @Test
    void everyOperationSaysWhoMayCallItAndForWhichUnit() {
        assertThat(operations).hasSizeGreaterThan(20);
        assertThat(operations).filteredOn(operation -> !operation.anonymous()).allSatisfy(operation -> {
            assertThat(operation.permission())
                    .as("x-permission of %s", operation)
                    .isNotBlank();
            assertThat(operation.scope())
                    .as("x-unit-scope of %s", operation)
                    .matches("path:.+|query:.+|body:.+|record:.+|result|district");
        });
    }

    @TestFactory
    Stream<DynamicTest> nobodyIsServedWithoutSigningIn() {
        return tests(operation -> true, operation -> {
            Answer answer = operation.call().as(anonymous);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        });
    }

    @TestFactory
    Stream<DynamicTest> anAccountWithoutRolesIsRefusedEverywhere() {
        return tests(operation -> !operation.permission().equals(SIGNED_IN), operation -> {
            Answer answer = operation.call().as(powerless);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        });
    }

    @TestFactory
    Stream<DynamicTest> aForeignUnitIsRefused() {
        Predicate<Operation> namesTheUnit =
                operation -> List.of("path", "query", "body").contains(operation.scopedBy());
        return tests(namesTheUnit, operation -> {
            Operation.Call call = operation.call();
            switch (operation.scopedBy()) {
                case "path" -> call.path(operation.scopeName(), FOREIGN);
                case "query" -> call.query(operation.scopeName(), FOREIGN);
                default -> call.body(operation.scopeName(), FOREIGN);
            }
            assertRefused(call.as(owner));
        });
    }

    /** Else a server that refuses everything would pass. */
    @TestFactory
    Stream<DynamicTest> onesOwnUnitIsServed() {
        Predicate<Operation> read =
                operation -> operation.isRead() && List.of("path", "query").contains(operation.scopedBy());
        return tests(read, operation -> {
            Operation.Call call = operation.call();
            Answer answer = (operation.scopedBy().equals("path")
                            ? call.path(operation.scopeName(), OWN)
                            : call.query(operation.scopeName(), OWN))
                    .as(owner);
            boolean nothingRecorded = answer.status() == 404 && operation.path().endsWith("/boundary");
            assertThat(answer.status() == 200 || nothingRecorded)
                    .as(answer.toString())
                    .isTrue();
        });
    }

    @TestFactory
    Stream<DynamicTest> aForeignRecordIsRefused() {
        return tests(operation -> operation.scopedBy().equals("record"), operation -> {
            String id = foreignRecords.of(operation);
            assertRefused(operation.call().path(operation.scopeName(), id).as(owner));
        });
    }

    @TestFactory
    Stream<DynamicTest> whatConcernsTheWholeDistrictIsRefusedToAStreet() {
        return tests(
                operation -> operation.scopedBy().equals("district"),
                operation -> assertRefused(operation.call().as(owner)));
    }

    @TestFactory
    Stream<DynamicTest> aListHoldsNothingOfAForeignUnit() {
        Predicate<Operation> list = operation -> operation.isRead()
                && !operation.path().contains("{")
                && List.of("result", "query").contains(operation.scopedBy());
        return tests(list, operation -> {
            Answer answer = operation.call().as(owner);
            assertThat(answer.status()).as(answer.toString()).isIn(200, 403, 422);
            assertThat(answer.body()).doesNotContainPattern("\"" + FOREIGN + "\\d*\"");
        });
    }

    private Stream<DynamicTest> tests(Predicate<Operation> which, Check check) {
        return operations.stream()
                .filter(operation -> !operation.anonymous())
                .filter(which)
                .map(operation -> dynamicTest(operation.toString(), () -> check.of(operation)));
    }

    private interface Check {
        void of(Operation operation);
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(403, 404);
    }
}
