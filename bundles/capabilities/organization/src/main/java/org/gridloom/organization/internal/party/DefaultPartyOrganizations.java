package org.gridloom.organization.internal.party;

import static org.gridloom.organization.PartyPermissions.PARTY_EDIT;
import static org.gridloom.organization.PartyPermissions.PARTY_READ;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridloom.organization.OrganizationClosing;
import org.gridloom.organization.PartyNode;
import org.gridloom.organization.PartyOrganization;
import org.gridloom.organization.PartyOrganizationChange;
import org.gridloom.organization.PartyOrganizationDraft;
import org.gridloom.organization.PartyOrganizationFilter;
import org.gridloom.organization.PartyOrganizations;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.Particulars;
import org.gridloom.organization.internal.people.PostLedger;
import org.gridloom.organization.internal.register.OrganizationRegister;
import org.gridloom.organization.internal.store.OrganizationQuery;
import org.gridloom.organization.internal.store.OrganizationStore;
import org.gridloom.organization.internal.store.Standing;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Parts;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The party organisation. */
@Component
public final class DefaultPartyOrganizations implements PartyOrganizations {

    private static final int DEEPEST = 10;
    private static final int LARGEST_TREE = 10_000;

    private final Desk desk;
    private final PostLedger posts;
    private final OrganizationRegister register;

    @Activate
    public DefaultPartyOrganizations(@Reference Desk desk, @Reference PostLedger posts) {
        this.desk = desk;
        this.posts = posts;
        this.register = new OrganizationRegister(desk, Family.PARTY, PARTY_READ, PARTY_EDIT);
    }

    @Override
    public Page<PartyOrganization> list(PartyOrganizationFilter filter, PageQuery page) {
        LocalDate date = desk.day("asOf", filter.asOf());
        OrganizationQuery query = OrganizationQuery.of(Family.PARTY, date)
                .seatedIn(desk.scope(PARTY_READ, filter.unit(), date))
                .covering(filter.covering() == null ? null : desk.units().scope(filter.covering(), date))
                .level(filter.level())
                .type(filter.type())
                .matching(filter.text());
        return register.page(query, page).map(DefaultPartyOrganizations::view);
    }

    @Override
    public PartyOrganization get(String code, LocalDate asOf) {
        return view(register.get(code, asOf));
    }

    @Override
    public List<PartyOrganization> history(String code) {
        return register.history(code).stream()
                .map(DefaultPartyOrganizations::view)
                .toList();
    }

    @Override
    public List<PartyOrganization> ancestors(String code, LocalDate asOf) {
        LocalDate date = desk.day("asOf", asOf);
        Standing organization = register.get(code, date);
        return desk.transactions().read(tx -> {
            OrganizationStore store = new OrganizationStore(tx);
            Deque<PartyOrganization> above = new ArrayDeque<>();
            String next = organization.period().what().parent();
            while (next != null) {
                List<Standing> found = store.all(visible(date).coded(List.of(next)));
                found.forEach(parent -> above.addFirst(view(parent)));
                next = found.isEmpty() ? null : found.get(0).period().what().parent();
            }
            return List.copyOf(above);
        });
    }

    @Override
    public List<PartyNode> tree(String root, int depth, LocalDate asOf) {
        LocalDate date = desk.day("asOf", asOf);
        if (depth < 0 || depth > DEEPEST) {
            throw Problem.invalid("depth", Text.of("应为 0 至 %d", "Must be 0 to %d", DEEPEST));
        }
        List<Standing> top = root == null ? null : List.of(register.get(root, date));
        return desk.transactions().read(tx -> {
            List<List<Standing>> rows = new ArrayList<>(List.of(top == null ? topmost(tx, date) : top));
            int size = rows.get(0).size();
            for (int level = 0; level < depth && !rows.get(level).isEmpty(); level++) {
                rows.add(below(tx, rows.get(level), date));
                size += rows.get(level + 1).size();
                requireSmall(size);
            }
            return inOrder(rows);
        });
    }

    private static void requireSmall(int size) {
        if (size > LARGEST_TREE) {
            throw Problem.invalid(
                    "depth",
                    Text.of("超过 %d 个组织,请减少层数", "More than %d organisations: ask for fewer levels", LARGEST_TREE));
        }
    }

    /** Those with nothing above them that the caller may see. */
    private List<Standing> topmost(Tx tx, LocalDate date) {
        desk.access().require(PARTY_READ);
        OrganizationStore store = new OrganizationStore(tx);
        List<Standing> roots =
                store.all(visible(date).withoutParentWithin(desk.access().scope(PARTY_READ), date));
        requireSmall(roots.size());
        return roots;
    }

    private List<Standing> below(Tx tx, List<Standing> parents, LocalDate date) {
        OrganizationStore store = new OrganizationStore(tx);
        List<Standing> found = new ArrayList<>();
        for (List<Standing> some : Parts.of(parents)) {
            found.addAll(store.all(
                    visible(date).below(some.stream().map(Standing::code).toList())));
        }
        return found;
    }

    private OrganizationQuery visible(LocalDate date) {
        return OrganizationQuery.of(Family.PARTY, date).seatedIn(desk.access().scope(PARTY_READ));
    }

    /** Parents before their children, by code. */
    private static List<PartyNode> inOrder(List<List<Standing>> rows) {
        Map<String, List<Standing>> children = rows.stream()
                .skip(1)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(child -> child.period().what().parent()));
        List<PartyNode> nodes = new ArrayList<>();
        rows.get(0).forEach(top -> add(nodes, top, 0, children));
        return nodes;
    }

    private static void add(
            List<PartyNode> nodes, Standing organization, int depth, Map<String, List<Standing>> children) {
        nodes.add(new PartyNode(depth, view(organization)));
        children.getOrDefault(organization.code(), List.of()).stream()
                .sorted(Comparator.comparing(Standing::code))
                .forEach(child -> add(nodes, child, depth + 1, children));
    }

    @Override
    public PartyOrganization create(PartyOrganizationDraft draft) {
        desk.valid(draft);
        Particulars what = new Particulars(
                draft.name(), draft.level(), draft.type(), draft.parent(), draft.seat(), draft.covers(), draft.note());
        return view(register.found(draft.code(), what, draft.validFrom()));
    }

    @Override
    public PartyOrganization change(String code, PartyOrganizationChange change, long expectedVersion) {
        desk.valid(change);
        return view(register.change(
                code,
                what -> what.with(
                        change.name(), change.type(), change.parent(), change.seat(), change.covers(), change.note()),
                change.on(),
                change.reason(),
                expectedVersion));
    }

    @Override
    public PartyOrganization close(String code, OrganizationClosing closing, long expectedVersion) {
        desk.valid(closing);
        return view(register.close(
                code,
                closing.on(),
                closing.reason(),
                expectedVersion,
                (tx, closed, on, reason) -> posts.endAll(tx, Family.PARTY.code(), closed, on, reason)));
    }

    /** An organisation as others see it. */
    public static PartyOrganization view(Standing standing) {
        Particulars what = standing.period().what();
        return new PartyOrganization(
                standing.code(),
                what.name(),
                what.level(),
                what.type(),
                what.parent(),
                what.seat(),
                what.covers(),
                standing.period().from(),
                standing.period().to(),
                what.note(),
                standing.version());
    }
}
