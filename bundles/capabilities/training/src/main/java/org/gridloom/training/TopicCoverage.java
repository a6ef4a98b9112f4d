package org.gridloom.training;

import java.math.BigDecimal;

/**
 * How many of those who should have had a topic have had it.
 *
 * @param topic code of the topic
 * @param audience people who hold a post that the rules {@code training.audience} name
 * @param covered those who attended a session of the topic within the time that the rules give it
 * @param percent of the audience, with one decimal; 100 where there is nobody to train
 */
public record TopicCoverage(String topic, long audience, long covered, BigDecimal percent) {}
