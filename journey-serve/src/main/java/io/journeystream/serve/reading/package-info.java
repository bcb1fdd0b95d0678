/** Topics of Kafka, read once from beginning to end. */
package io.journeystream.serve.reading;
