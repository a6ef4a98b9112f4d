package org.gridloom.platform.settings.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What districts have set, in the database. */
public final class SettingsStore {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, List<String>>> VALUES = new TypeReference<>() {};

    private final EntityManager em;

    public SettingsStore(EntityManager em) {
        this.em = em;
    }

    /** Revisions by module. */
    public Map<String, String> revisions() {
        return em.createQuery("select m.module, m.revision from ModuleEntity m", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    public DistrictValues read(String module) {
        ModuleEntity found = em.find(ModuleEntity.class, module);
        return found == null ? DistrictValues.NONE : view(found);
    }

    /** The same, locked until the end of the transaction. */
    public DistrictValues lock(String module) {
        ModuleEntity found = em.find(ModuleEntity.class, module, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            found = new ModuleEntity();
            found.module = module;
            put(found, Map.of(), 0);
            em.persist(found);
            em.flush();
        }
        return view(found);
    }

    /** Of a module that is locked. */
    public DistrictValues write(String module, Map<String, List<String>> values) {
        ModuleEntity found = em.find(ModuleEntity.class, module);
        put(found, values, found.version + 1);
        em.flush();
        return view(found);
    }

    private static void put(ModuleEntity module, Map<String, List<String>> values, long version) {
        try {
            module.put(MAPPER.writeValueAsString(values), version);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DistrictValues view(ModuleEntity module) {
        try {
            return new DistrictValues(MAPPER.readValue(module.values, VALUES), module.revision, module.version);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
