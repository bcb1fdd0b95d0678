/**
 * Reads a YAML document for people who make mistakes: all of them are collected, each with its place and with what would
 * be right. Knows nothing of what the document is about.
 */
package io.journeystream.definitions.yaml;
