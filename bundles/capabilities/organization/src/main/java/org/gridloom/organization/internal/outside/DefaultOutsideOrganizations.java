package org.gridloom.organization.internal.outside;

import static org.gridloom.organization.PartyPermissions.OUTSIDE_EDIT;
import static org.gridloom.organization.PartyPermissions.OUTSIDE_READ;
import static org.gridloom.organization.PartyPermissions.PARTY_READ;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gridloom.organization.OrganizationClosing;
import org.gridloom.organization.OutsideOrganization;
import org.gridloom.organization.OutsideOrganizationChange;
import org.gridloom.organization.OutsideOrganizationDraft;
import org.gridloom.organization.OutsideOrganizationFilter;
import org.gridloom.organization.OutsideOrganizations;
import org.gridloom.organization.UnitStructure;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.coordination.Memberships;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.Particulars;
import org.gridloom.organization.internal.domain.Words;
import org.gridloom.organization.internal.party.DefaultPartyOrganizations;
import org.gridloom.organization.internal.people.PostLedger;
import org.gridloom.organization.internal.register.OrganizationRegister;
import org.gridloom.organization.internal.store.OrganizationQuery;
import org.gridloom.organization.internal.store.OrganizationStore;
import org.gridloom.organization.internal.store.Standing;
import org.gridloom.organization.internal.store.VocabularyStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Organisations outside the party's tree. */
@Component
public final class DefaultOutsideOrganizations implements OutsideOrganizations {

    private static final int MOST = 1_000;

    private final Desk desk;
    private final PostLedger posts;
    private final OrganizationRegister register;

    @Activate
    public DefaultOutsideOrganizations(@Reference Desk desk, @Reference PostLedger posts) {
        this.desk = desk;
        this.posts = posts;
        this.register = new OrganizationRegister(desk, Family.OUTSIDE, OUTSIDE_READ, OUTSIDE_EDIT);
    }

    @Override
    public Page<OutsideOrganization> list(OutsideOrganizationFilter filter, PageQuery page) {
        LocalDate date = desk.day("asOf", filter.asOf());
        OrganizationQuery query = OrganizationQuery.of(Family.OUTSIDE, date)
                .seatedIn(desk.scope(OUTSIDE_READ, filter.unit(), date))
                .covering(filter.serving() == null ? null : desk.units().scope(filter.serving(), date))
                .type(filter.type())
                .matching(filter.text());
        return register.page(query, page).map(DefaultOutsideOrganizations::view);
    }

    @Override
    public OutsideOrganization get(String code, LocalDate asOf) {
        return view(register.get(code, asOf));
    }

    @Override
    public List<OutsideOrganization> history(String code) {
        return register.history(code).stream()
                .map(DefaultOutsideOrganizations::view)
                .toList();
    }

    @Override
    public UnitStructure structure(String unit, LocalDate asOf) {
        LocalDate date = desk.day("asOf", asOf);
        desk.access().require(PARTY_READ, unit);
        desk.access().require(OUTSIDE_READ, unit);
        UnitRef ref = desk.units()
                .find(unit, date)
                .orElseThrow(() -> Problem.notFound(
                        Text.of("没有在 %2$s 使用编码 %1$s 的单元", "No unit bears the code %s on %s", unit, date)));
        UnitScope scope = desk.units().scope(unit, date);
        return desk.transactions().read(tx -> {
            Words words = new VocabularyStore(tx.em()).words();
            OrganizationStore store = new OrganizationStore(tx);
            return new UnitStructure(
                    unit,
                    date,
                    most(
                                    store,
                                    OrganizationQuery.of(Family.PARTY, date)
                                            .seatedIn(scope)
                                            .levels(words.levelsFor(ref.level())))
                            .map(DefaultPartyOrganizations::view)
                            .toList(),
                    outside(store, scope, date, words.typesOutside(false)),
                    outside(store, scope, date, words.typesOutside(true)));
        });
    }

    private static List<OutsideOrganization> outside(
            OrganizationStore store, UnitScope scope, LocalDate date, List<String> types) {
        return most(
                        store,
                        OrganizationQuery.of(Family.OUTSIDE, date)
                                .seatedIn(scope)
                                .types(types))
                .map(DefaultOutsideOrganizations::view)
                .toList();
    }

    private static Stream<Standing> most(OrganizationStore store, OrganizationQuery query) {
        return store.page(query, List.of(), 0, MOST).stream();
    }

    @Override
    public OutsideOrganization create(OutsideOrganizationDraft draft) {
        desk.valid(draft);
        Particulars what =
                new Particulars(draft.name(), null, draft.type(), null, draft.seat(), draft.serves(), draft.note());
        return view(register.found(draft.code(), what, draft.validFrom()));
    }

    @Override
    public OutsideOrganization change(String code, OutsideOrganizationChange change, long expectedVersion) {
        desk.valid(change);
        return view(register.change(
                code,
                what -> what.with(change.name(), change.type(), null, change.seat(), change.serves(), change.note()),
                change.on(),
                change.reason(),
                expectedVersion));
    }

    @Override
    public OutsideOrganization close(String code, OrganizationClosing closing, long expectedVersion) {
        desk.valid(closing);
        return view(register.close(code, closing.on(), closing.reason(), expectedVersion, (tx, closed, on, reason) -> {
            posts.endAll(tx, Family.OUTSIDE.code(), closed, on, reason);
            Memberships.endAllOf(tx, closed, on, reason);
        }));
    }

    private static OutsideOrganization view(Standing standing) {
        Particulars what = standing.period().what();
        return new OutsideOrganization(
                standing.code(),
                what.name(),
                what.type(),
                what.seat(),
                what.covers(),
                standing.period().from(),
                standing.period().to(),
                what.note(),
                standing.version());
    }
}
