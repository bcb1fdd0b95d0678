/** Definitions as people lay them down while streams is at work. */
package io.journeystream.serve.definitions;
