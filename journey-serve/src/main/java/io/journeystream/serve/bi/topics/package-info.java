/** What the topics of the star hold, whole: of each key its last record. */
package io.journeystream.serve.bi.topics;
