package io.journeystream.planted;

final class Prints {
    private Prints() {}

    static final class Out {
        void print() {
            System.out.println("out");
        }
    }

    static final class Err {
        void print() {
            System.err.println("err");
        }
    }

    static final class Trace {
        void print(Exception e) {
            e.printStackTrace();
        }
    }
}
