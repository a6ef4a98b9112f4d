package org.gridloom.platform.security.internal;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridloom.platform.privacy.EndedMatter;
import org.gridloom.platform.privacy.HeldDatum;
import org.gridloom.platform.privacy.LegalBasis;
import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.privacy.PersonalFields;
import org.gridloom.platform.privacy.PersonalKind;
import org.gridloom.platform.privacy.PersonalRecords;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.internal.domain.AccountName;
import org.gridloom.platform.security.internal.store.AccountStore;
import org.gridloom.platform.security.internal.store.GrantStore;
import org.gridloom.platform.security.internal.store.SessionStore;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an account says of the person whose it is, and from where they signed in. */
@Component
public class AccountRecords implements PersonalRecords, PersonalFields {

    /** In place of a name that was erased. */
    static final String ERASED = "已删除";

    private static final String PREFIX = "account/";
    private static final Text ACCOUNT = Text.of("账号", "Account");
    private static final Text SESSION = Text.of("登录会话", "Sessions");

    private static final PersonalField NAME = field(
            "name",
            Text.of("登录名", "Sign-in name"),
            PersonalKind.OTHER,
            Text.of("登录,并记录何人办理", "To sign in, and to record who did what"));
    private static final PersonalField DISPLAY_NAME = field(
            "displayName",
            Text.of("账号显示名", "Name that an account shows"),
            PersonalKind.NAME,
            Text.of("办理时识别同事", "To know a colleague by"));
    private static final PersonalField GRANTS =
            field("grants", Text.of("角色与范围", "Roles and where"), PersonalKind.OTHER, Text.of("授予权限", "To give rights"));
    private static final PersonalField SESSIONS = field(
            "sessions",
            Text.of("登录时间、来源与浏览器", "When, from where and with what somebody signed in"),
            PersonalKind.OTHER,
            Text.of("发现冒用账号", "To find out whether somebody else uses the account"));

    private final RightsCache rights;

    @Activate
    public AccountRecords(@Reference RightsCache rights) {
        this.rights = rights;
    }

    private static PersonalField field(String code, Text name, PersonalKind kind, Text purpose) {
        return PersonalField.inClear(
                "security.account." + code, name, kind, purpose, LegalBasis.CONTRACT, Period.ofYears(1));
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(NAME, DISPLAY_NAME, GRANTS, SESSIONS);
    }

    @Override
    public List<HeldDatum> held(String subject) {
        if (!subject.startsWith(PREFIX)) {
            return List.of();
        }
        return rights.read(tx -> new AccountStore(tx.em())
                .find(name(subject))
                .map(it -> held(tx, it))
                .orElse(List.of()));
    }

    private static List<HeldDatum> held(Tx tx, Account account) {
        List<HeldDatum> held = new ArrayList<>();
        held.add(datum(ACCOUNT, NAME, account.name(), account.unit(), account.createdAt()));
        held.add(datum(ACCOUNT, DISPLAY_NAME, account.displayName()));
        new GrantStore(tx.em())
                .of(account.id())
                .forEach(it ->
                        held.add(datum(ACCOUNT, GRANTS, it.role().code(), it.unit(), it.validFrom(), it.validTo())));
        new SessionStore(tx)
                .of(account.id())
                .forEach(it ->
                        held.add(datum(SESSION, SESSIONS, it.createdAt(), it.lastUsedAt(), it.source(), it.agent())));
        return held;
    }

    private static HeldDatum datum(Text record, PersonalField field, Object... values) {
        String value =
                Stream.of(values).filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining("; "));
        return new HeldDatum(record, field.name(), field.code(), value);
    }

    /** The account stays, as the trail names it, and can sign in nowhere; it no longer says whose it is. */
    @Override
    public void erase(String subject) {
        if (subject.startsWith(PREFIX)) {
            rights.change(tx -> {
                AccountStore store = new AccountStore(tx.em());
                store.find(name(subject)).ifPresent(account -> {
                    requireClosed(account);
                    store.describe(account.name(), ERASED, account.unit());
                    new SessionStore(tx).deleteAll(account.id(), "");
                });
                return null;
            });
        }
    }

    /** Closing it is for whoever manages accounts; who leaves the last post has theirs closed. */
    private static void requireClosed(Account account) {
        if (account.enabled()) {
            throw Problem.conflict(Text.of(
                    "此人的账号 %s 仍在使用,请先停用", "The person's account %s is in use: disable it first", account.name()));
        }
    }

    private static String name(String subject) {
        return AccountName.canonical(subject.substring(PREFIX.length()));
    }

    /** None: a person's matter ends with their last post, which the organisation knows. */
    @Override
    public List<EndedMatter> ended(String field, LocalDate before, UnitScope scope, int limit) {
        return List.of();
    }
}
