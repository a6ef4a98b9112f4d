package org.gridloom.training;

import java.math.BigDecimal;

/**
 * How many of those who hold a kind of post have had a topic. Who holds posts of two kinds counts with each.
 *
 * @param kind code of the kind of post, one of the rules {@code training.audience}
 * @param audience people who hold such a post
 * @param covered those of them who attended a session of the topic within the time that the rules give it
 * @param percent of the audience, with one decimal; 100 where there is nobody to train
 */
public record PostCoverage(String kind, long audience, long covered, BigDecimal percent) {}
