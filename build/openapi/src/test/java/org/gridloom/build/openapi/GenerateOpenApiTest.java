package org.gridloom.build.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.security.Anonymous;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.Test;

class GenerateOpenApiTest {

    @Test
    void anOperationSaysWhoMayCallItAndWhereItsUnitIsNamed() {
        JsonNode get = document().at("/paths/~1points~1accounts~1{unit}/get");

        assertThat(get.at("/x-permission").asText()).isEqualTo("points.account.view");
        assertThat(get.at("/x-unit-scope").asText()).isEqualTo("path:unit");
        assertThat(get.at("/operationId").asText()).isEqualTo("points.accounts.get");
        assertThat(get.at("/security")).hasSize(3);
        assertThat(get.at("/responses").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("200", "401", "403", "404", "422", "429", "500", "default");
    }

    @Test
    void anAnonymousOperationNeedsNoSignIn() {
        JsonNode get = document().at("/paths/~1points~1rules/get");

        assertThat(get.at("/security").isArray()).isTrue();
        assertThat(get.at("/security")).isEmpty();
        assertThat(get.has("x-permission")).isFalse();
    }

    @Test
    void whoeverChangesSomethingMaySayWhy() {
        JsonNode accounts = document().at("/paths/~1points~1accounts");

        assertThat(accounts.at("/post/parameters").findValuesAsText("name")).contains("Gridloom-Reason");
        assertThat(accounts.at("/get/parameters").findValuesAsText("name")).doesNotContain("Gridloom-Reason");
    }

    @Test
    void aBodyHasACompleteExampleMadeOfItsFields() {
        JsonNode example =
                document().at("/paths/~1points~1accounts/post/requestBody/content/application~1json/example");

        assertThat(example.toString())
                .isEqualTo("{\"unit\":\"210102021\",\"kind\":\"household\",\"amount\":12,\"since\":\"2026-01-31\","
                        + "\"members\":[{\"name\":\"张伟\"}]}");
    }

    @Test
    void constraintsAreInTheSchemaAndPrimitivesMustBeSent() {
        JsonNode schema = document().at("/components/schemas/points.AccountsResourceDraft");

        assertThat(schema.at("/required"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("unit", "kind", "amount", "members");
        assertThat(schema.at("/properties/unit/maxLength").asInt()).isEqualTo(40);
    }

    @Test
    void theDocumentIsAsStrictAsTheServer() {
        JsonNode document = document();
        JsonNode schema = document.at("/components/schemas/points.AccountsResourceDraft");
        JsonNode amount = schema.at("/properties/amount");

        assertThat(schema.at("/additionalProperties")).hasToString("false");
        assertThat(schema.at("/properties/unit/nullable").asBoolean()).isFalse();
        assertThat(schema.at("/properties/since/nullable").asBoolean()).isTrue();
        assertThat(amount.at("/minimum").isNumber() && amount.at("/maximum").isNumber())
                .isTrue();
        assertThat(document.at("/paths/~1points~1accounts/post/requestBody/required")
                        .asBoolean())
                .isTrue();
        assertThat(document.at("/paths/~1points~1accounts~1{unit}/get/parameters/0/schema/maxLength")
                        .asInt())
                .isEqualTo(2000);
        assertThat(document.at("/paths/~1points~1accounts~1{unit}/get/description")
                        .asText())
                .contains("`points.account.view`");
    }

    @Test
    void examplesAnyValuesAndEmptyAnswersAreSaidWhereTheyBelong() {
        JsonNode document = GenerateOpenApi.document("points", Set.of(ListsResource.class));
        JsonNode list = document.at("/components/schemas/points.ListsResourceList/properties");

        assertThat(list.at("/codes/example")).hasSize(1);
        assertThat(list.at("/codes/items").has("example")).isFalse();
        assertThat(document.at("/components/schemas/points.ListsResourceEntry").has("example"))
                .isFalse();
        assertThat(list.at("/values/additionalProperties").isObject()).isTrue();
        assertThat(list.at("/values/additionalProperties").has("type")).isFalse();
        assertThat(document.at("/paths/~1points~1lists/post/responses/204").has("content"))
                .isFalse();
        assertThat(document.at("/components/schemas/Problem/additionalProperties")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aTextIsAStringAndSchemasBearTheCapabilitysName() {
        JsonNode document = document();

        assertThat(document.at("/components/schemas/points.AccountsResourceAccount/properties/label/type")
                        .asText())
                .isEqualTo("string");
        assertThat(document.at("/components/schemas").fieldNames())
                .toIterable()
                .allMatch(name -> name.equals("Problem") || name.startsWith("points."));
    }

    @Test
    void aChangeByVersionMayAnswerThatItIsMissingOrOld() {
        assertThat(document()
                        .at("/paths/~1points~1accounts~1{unit}/put/responses")
                        .fieldNames())
                .toIterable()
                .contains("412", "428");
    }

    @Test
    void everyFaultOfABundleIsNamedAtOnce() {
        assertThatThrownBy(() -> GenerateOpenApi.document("points", Set.of(FaultyResource.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GET /points/open: ")
                .hasMessageContaining("must carry either @RequiresPermission or @Anonymous")
                .hasMessageContaining("GET /points/nowhere: ")
                .hasMessageContaining("must say by @UnitScoped")
                .hasMessageContaining("@UnitScoped names PATH unit")
                .hasMessageContaining("no @Schema(example");
    }

    @Test
    void twoMethodsMustNotAnswerTheSameRequest() {
        assertThatThrownBy(() -> GenerateOpenApi.document("points", Set.of(TwiceResource.class)))
                .hasMessageContaining("answers a request that another method answers too")
                .hasMessageContaining("only names its parameters otherwise");
    }

    private static JsonNode document() {
        return GenerateOpenApi.document("points", Set.of(AccountsResource.class));
    }

    @Path("points")
    @Produces("application/json")
    @Consumes("application/json")
    static class AccountsResource {

        record Account(String unit, Text label, long balance) {}

        record Member(@NotBlank @Schema(example = "张伟") String name) {}

        record Draft(
                @NotBlank @Size(max = 40) @Schema(example = "210102021")
                String unit,

                @NotNull Kind kind,
                @Schema(example = "12") int amount,
                @Schema(example = "2026-01-31") LocalDate since,
                @NotNull List<Member> members,
                String note) {}

        enum Kind {
            household,
            shop
        }

        @GET
        @Path("accounts/{unit}")
        @RequiresPermission("points.account.view")
        @UnitScoped(in = UnitScoped.In.PATH, name = "unit")
        @Operation(summary = "One account / 一个账户")
        public Account get(@PathParam("unit") String unit) {
            return new Account(unit, new Text("", ""), 0);
        }

        @PUT
        @Path("accounts/{unit}")
        @RequiresPermission("points.account.edit")
        @UnitScoped(in = UnitScoped.In.PATH, name = "unit")
        public Response put(@PathParam("unit") String unit, @HeaderParam("If-Match") String version, Member member) {
            return Response.noContent().build();
        }

        @POST
        @Path("accounts")
        @RequiresPermission("points.account.edit")
        @UnitScoped(in = UnitScoped.In.BODY, name = "unit")
        public Account post(Draft draft) {
            return null;
        }

        @GET
        @Path("rules")
        @Anonymous
        public List<Account> rules() {
            return List.of();
        }
    }

    @Path("points")
    static class ListsResource {

        record Entry(@Schema(example = "张伟") String name) {}

        record List(
                @Schema(example = "[\"a\"]") java.util.List<String> codes,
                @Schema(example = "[{\"name\":\"b\"}]") java.util.List<Entry> entries,
                @Schema(example = "{\"a\":1}") java.util.Map<String, Object> values) {}

        @POST
        @Path("lists")
        @Consumes("application/json")
        @Produces("application/json")
        @Anonymous
        public void post(List list) {}
    }

    @Path("points")
    static class FaultyResource {

        record Draft(@NotBlank String name) {}

        @GET
        @Path("open")
        public String open() {
            return "";
        }

        @GET
        @Path("nowhere")
        @RequiresPermission("points.account.view")
        public String nowhere() {
            return "";
        }

        @POST
        @Path("elsewhere")
        @Consumes("application/json")
        @RequiresPermission("points.account.view")
        @UnitScoped(in = UnitScoped.In.PATH, name = "unit")
        public String elsewhere(Draft draft) {
            return "";
        }
    }

    @Path("points")
    static class TwiceResource {

        @GET
        @Path("same")
        @Anonymous
        public String one() {
            return "";
        }

        @GET
        @Path("same")
        @Anonymous
        public String two() {
            return "";
        }

        @GET
        @Path("by/{id}")
        @Anonymous
        public String three(@PathParam("id") String id) {
            return "";
        }

        @GET
        @Path("by/{code}")
        @Anonymous
        public String four(@PathParam("code") String code) {
            return "";
        }
    }
}
