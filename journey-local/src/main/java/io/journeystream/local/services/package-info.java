/** Services that run against a Kafka and a registry that are there already: settings, start-up checks, progress. */
package io.journeystream.local.services;
