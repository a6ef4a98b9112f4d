package org.gridloom.platform.events.internal.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts down in the node's data folder where the chains end: a signed file for each chain and day, which holds the last
 * end of that day. A minute of records at most is without an anchor.
 */
@Component(service = Anchors.class)
public final class Anchors {

    static final String FOLDER = "anchors";

    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final String VERIFIED = "audit-verified.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What is kept of a chain.
     *
     * @param anchors by position
     * @param faults of files that cannot be believed
     */
    record Kept(NavigableMap<Long, Anchor> anchors, List<Text> faults) {}

    private final Transactions transactions;
    private final DataFolder files;
    private final Clock clock;
    private final Map<Chain, Long> kept = new EnumMap<>(Chain.class);
    private Instant next = Instant.MIN;
    private boolean well = true;

    @Activate
    public Anchors(
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference DataFolder files,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.files = files;
        this.clock = clock;
    }

    /** Puts the ends of the chains down, if a minute has gone since and they moved. Tells in the log what it cannot. */
    public synchronized void keep() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        try {
            // Read each time: a restore puts another one there.
            AnchorKey key = AnchorKey.of(files);
            for (Chain chain : Chain.values()) {
                keep(chain, key, now);
            }
            well = true;
        } catch (UncheckedIOException | IllegalStateException e) {
            if (well) {
                LOG.warn("The ends of audit trail and event log cannot be put down: {}", e.toString());
            }
            well = false;
        }
    }

    private void keep(Chain chain, AnchorKey key, Instant now) {
        ChainEnd end = transactions.read(tx -> ChainEnd.read(tx.connection(), chain));
        if (end == null || end.position() == kept.getOrDefault(chain, 0L)) {
            return;
        }
        Anchor anchor = key.sign(chain.key(), end.position(), end.hash(), now.toString());
        String name = chain.key() + "-" + LocalDate.ofInstant(now, clock.getZone()) + ".json";
        try {
            files.write(FOLDER + "/" + name, JSON.writeValueAsBytes(anchor));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        kept.put(chain, end.position());
    }

    /** What of the chain's anchors cannot be believed. */
    public List<Text> faults(Chain chain) {
        return of(chain).faults();
    }

    /**
     * Since when the chain's end is not put down; zero where it is.
     *
     * @param end position of the last sealed record
     */
    public Duration behind(Chain chain, long end, Instant now) {
        Map.Entry<Long, Anchor> newest = of(chain).anchors().lastEntry();
        if (end <= (newest == null ? 0 : newest.getKey())) {
            return Duration.ZERO;
        }
        Instant since = transactions.read(
                tx -> ChainStanding.recordedAt(tx.connection(), chain, newest == null ? 1 : newest.getKey() + 1));
        return since == null ? Duration.ZERO : Duration.between(since, now);
    }

    /** Remembers that somebody has verified both chains. */
    public void verified(Verified verified) {
        try {
            files.write(
                    VERIFIED,
                    JSON.writeValueAsBytes(Map.of("at", verified.at().toString(), "whole", verified.whole())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (UncheckedIOException e) {
            LOG.warn("That the chains were verified cannot be put down: {}", e.toString());
        }
    }

    /** Null before the first. */
    public Verified lastVerified() {
        Path file = files.path().resolve(VERIFIED);
        try {
            JsonNode json = Files.exists(file) ? JSON.readTree(file.toFile()) : null;
            return json == null
                    ? null
                    : new Verified(
                            Instant.parse(json.path("at").asText()),
                            json.path("whole").asBoolean());
        } catch (IOException | DateTimeParseException e) {
            LOG.debug("{} cannot be read", file, e);
            return null;
        }
    }

    /** All anchors of the chain that this node has. */
    synchronized Kept of(Chain chain) {
        Kept found = new Kept(new TreeMap<>(), new ArrayList<>());
        List<Path> anchors = listed(Pattern.compile(chain.key() + "-\\d{4}-\\d{2}-\\d{2}\\.json"));
        Optional<AnchorKey> key = anchors.isEmpty() ? Optional.empty() : key();
        for (Path file : anchors) {
            read(file)
                    .filter(anchor -> chain.key().equals(anchor.chain()))
                    .filter(anchor -> key.filter(it -> it.signed(anchor)).isPresent())
                    .ifPresentOrElse(
                            anchor -> found.anchors().put(anchor.position(), anchor),
                            () -> found.faults().add(fault(file)));
        }
        return found;
    }

    private List<Path> listed(Pattern name) {
        Path folder = files.path().resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Anchor> read(Path file) {
        try {
            return Optional.of(JSON.readValue(file.toFile(), Anchor.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<AnchorKey> key() {
        try {
            return Optional.of(AnchorKey.of(files));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static Text fault(Path file) {
        return Text.of(
                "锚定文件 %s 被改动过,或不是用本节点的密钥签名的",
                "Anchor %s was changed, or not signed with this node's key", FOLDER + "/" + file.getFileName());
    }
}
