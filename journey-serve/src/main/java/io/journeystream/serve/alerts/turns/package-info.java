/** Of several instances over one Kafka, whose turn it is. */
package io.journeystream.serve.alerts.turns;
