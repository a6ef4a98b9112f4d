package org.gridloom.training.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridloom.organization.People;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonFilter;
import org.gridloom.organization.PersonSearch;
import org.gridloom.organization.Post;
import org.gridloom.organization.Posts;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.training.internal.domain.Origin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The people who take part: what they are called and where they come from. */
@Component(service = Attendees.class)
public final class Attendees {

    private static final String PROCESS = "training";

    private final People people;
    private final Posts posts;
    private final TrainingRules rules;
    private final Access access;

    @Activate
    public Attendees(
            @Reference People people,
            @Reference Posts posts,
            @Reference TrainingRules rules,
            @Reference Access access) {
        this.people = people;
        this.posts = posts;
        this.rules = rules;
        this.access = access;
    }

    /**
     * Of each person on the day: by a post that is to be trained for, else by any, else by their record. Those who do not
     * exist are left out. Looks everywhere, as a session takes people from everywhere.
     */
    Map<String, Origin> origins(Collection<String> persons, LocalDate on) {
        return access.asSystem(PROCESS, () -> {
            List<String> audience = rules.audience(on);
            Map<String, Origin> origins = new HashMap<>();
            for (Post post : posts.held(persons, on)) {
                Origin origin = new Origin(post.id(), post.kind(), post.unit());
                origins.merge(
                        post.person(),
                        origin,
                        (one, other) ->
                                !audience.contains(one.kind()) && audience.contains(other.kind()) ? other : one);
            }
            persons.stream()
                    .filter(person -> !origins.containsKey(person))
                    .forEach(person ->
                            unit(person).ifPresent(unit -> origins.put(person, new Origin(null, null, unit))));
            return origins;
        });
    }

    private Optional<String> unit(String person) {
        return people.names(List.of(person)).isEmpty()
                ? Optional.empty()
                : Optional.of(people.get(person).unit());
    }

    /** @throws Problem INVALID in {@code person} where there is nobody with the code */
    Origin origin(String person, LocalDate on) {
        Origin origin = origins(List.of(person), on).get(person);
        if (origin == null) {
            throw Problem.invalid("person", Text.of("没有这个编号的人员", "Nobody has this code"));
        }
        return origin;
    }

    /** Those of the people who exist. */
    Set<String> existing(Collection<String> persons) {
        return people.names(persons).keySet();
    }

    /** Records with the names of whom they are about. */
    <T> List<T> named(List<T> records, Function<T, String> person, BiFunction<T, String, T> naming) {
        Map<String, String> names = people.names(records.stream().map(person).collect(Collectors.toSet()));
        return records.stream()
                .map(each -> naming.apply(each, names.get(person.apply(each))))
                .toList();
    }

    /** Names of the accounts of those of the people who have one, by code. */
    Map<String, String> accounts(Collection<String> persons) {
        return access.asSystem(PROCESS, () -> people.accounts(persons));
    }

    /** People whom the caller may read who have exactly this telephone number or, without one, this name. */
    List<Person> called(String name, String phone) {
        if (phone != null) {
            return people.search(new PersonSearch(null, phone, null));
        }
        return people
                .list(new PersonFilter(null, name, null), new PageQuery(0, PageQuery.MAX_SIZE, List.of()))
                .items()
                .stream()
                .filter(person -> person.name().equals(name))
                .toList();
    }
}
