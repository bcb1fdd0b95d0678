/** What people lay down about who is whom: sent to streams, and its answers heard. */
package io.journeystream.serve.commands;
