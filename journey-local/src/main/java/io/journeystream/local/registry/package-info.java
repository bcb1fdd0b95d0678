/**
 * A schema registry in this process, on the Confluent registry's REST API and on its own {@code _schemas} topic, so that
 * schemas live as long as the records that need them.
 */
package io.journeystream.local.registry;
