/** Topics of Kafka, read from beginning to end, once or on and on. */
package io.journeystream.serve.reading;
