package org.gridloom.platform.rest;

import org.gridloom.platform.problem.Problem;
import org.osgi.annotation.versioning.ProviderType;

/** Answers to requests with an Idempotency-Key are kept for a day, to be given again. Some must not be. */
@ProviderType
public interface KeptAnswers {

    /**
     * Says that the answer to the request which this thread serves must not be kept, as it holds personal data in clear
     * or a secret.
     *
     * @throws Problem {@link Problem.Kind#INVALID} if the request carries an Idempotency-Key
     */
    void refuse();
}
