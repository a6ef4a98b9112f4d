package org.gridloom.training.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.organization.Post;
import org.gridloom.training.internal.store.CoverageStore.Holder;

/** Those who should be trained: each person once for each kind of post that they hold. Who comes first counts first. */
final class Audience {

    private final Map<String, Map<String, Post>> byPerson = new LinkedHashMap<>();

    void add(Post post) {
        byPerson.computeIfAbsent(post.person(), person -> new LinkedHashMap<>()).putIfAbsent(post.kind(), post);
    }

    /** The post by which a person is shown. */
    Post first(String person) {
        return byPerson.get(person).values().iterator().next();
    }

    List<Holder> holders() {
        return byPerson.values().stream()
                .flatMap(posts -> posts.values().stream())
                .map(post -> new Holder(post.person(), post.kind(), post.equals(first(post.person()))))
                .toList();
    }
}
