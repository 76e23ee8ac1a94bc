System.out.println("hello " + System.getProperty("port") + listings.Listing01.class + okhttp3.OkHttpClient.class);
