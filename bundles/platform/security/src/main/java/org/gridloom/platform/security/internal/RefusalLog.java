package org.gridloom.platform.security.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.gridloom.platform.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the log who was refused for lack of which permission, with the request's id. Each account and permission once
 * an hour: whoever tries again and again does not fill the log. Where it was tried stays out, as it may be made up.
 */
final class RefusalLog {

    private static final Duration SILENCE = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private record Refused(String account, String permission) {}

    private final Logger log;
    private final Cache<Refused, Boolean> told;

    RefusalLog() {
        this(LoggerFactory.getLogger("org.gridloom.refusals"), Ticker.systemTicker());
    }

    RefusalLog(Logger log, Ticker ticker) {
        this.log = log;
        told = Caffeine.newBuilder()
                .expireAfterWrite(SILENCE)
                .maximumSize(MOST)
                .ticker(ticker)
                .build();
    }

    void note(Caller caller, String permission) {
        if (told.asMap().putIfAbsent(new Refused(caller.account(), permission), true) == null) {
            log.info("Refused: {} by {} lacks {}", caller.account(), caller.origin(), permission);
        }
    }
}
