package org.gridloom.districts.heping.generator;

import java.time.LocalDate;

/**
 * A person's term in a post.
 *
 * @param kind kind of post
 * @param at code of the organisation, unit or body that has the post
 * @param crossAppointment code of the partner in which the person holds office too; may be null
 * @param represents code of the partner that sends the person; may be null
 */
record Post(Person person, String kind, String at, LocalDate from, String crossAppointment, String represents) {}
