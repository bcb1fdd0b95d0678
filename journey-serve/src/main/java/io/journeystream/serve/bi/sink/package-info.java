/** From the topics into the star: every record once, whatever fails. */
package io.journeystream.serve.bi.sink;
