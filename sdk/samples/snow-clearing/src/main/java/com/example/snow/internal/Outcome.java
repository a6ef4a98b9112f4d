package com.example.snow.internal;

/** What becomes of a record that a list brings. */
enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED
}
