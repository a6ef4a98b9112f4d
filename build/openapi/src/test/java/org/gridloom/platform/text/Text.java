package org.gridloom.platform.text;

/** Stands in for the platform's, which is built later. */
public record Text(String zh, String en) {}
