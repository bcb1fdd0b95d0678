/** The contract in Kafka: every topic declared once with name, key, value and configuration, and how it is made. */
package io.journeystream.topics;
