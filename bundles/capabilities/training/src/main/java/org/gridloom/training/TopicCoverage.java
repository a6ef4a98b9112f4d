package org.gridloom.training;

import java.math.BigDecimal;
import java.util.List;

/**
 * How many of those who should have had a topic have had it, all together and by their posts.
 *
 * @param topic code of the topic
 * @param audience people who hold a post that the rules {@code training.audience} name, each once
 * @param covered those who attended a session of the topic within the time that the rules give it
 * @param percent of the audience, with one decimal; 100 where there is nobody to train
 * @param posts the same of each kind of post, in the order of the rules
 */
public record TopicCoverage(String topic, long audience, long covered, BigDecimal percent, List<PostCoverage> posts) {

    public TopicCoverage {
        posts = List.copyOf(posts);
    }
}
