package load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws plots, as SVG. */
final class Charts {

  private static final Color[] COLORS = {
    new Color(0x7f7f7f), new Color(0x8c564b), new Color(0xd62728), new Color(0x1f77b4),
    new Color(0x17becf), new Color(0x2ca02c), new Color(0x9467bd), new Color(0xff7f0e),
    new Color(0x000000), new Color(0xbcbd22)
  };

  private Charts() {}

  static void draw(Plot plot) throws IOException {
    var bytes = new ByteArrayOutputStream();
    Chart<?, ?> chart = plot.isLines() ? lines(plot) : bars(plot);
    VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
    // A tenth of a pixel will do; the file is a third of what it was.
    plot.write(bytes.toString(UTF_8).replaceAll("(\\d\\.\\d)\\d+", "$1"));
  }

  private static CategoryChart bars(Plot plot) {
    CategoryChart chart =
        new CategoryChartBuilder().width(860).height(420).title(plot.title()).build();
    style(chart.getStyler());
    chart.getStyler().setAvailableSpaceFill(0.8);
    chart.getStyler().setXAxisLabelRotation(35);
    for (Plot.Series bars : plot.series()) {
      chart.addSeries(bars.name(), bars.x(), bars.y(), bars.spread());
    }
    return chart;
  }

  private static XYChart lines(Plot plot) {
    XYChart chart = new XYChartBuilder()
        .width(860)
        .height(420)
        .title(plot.title())
        .xAxisTitle("connections")
        .build();
    style(chart.getStyler());
    chart.getStyler().setXAxisLogarithmic(true).setYAxisDecimalPattern("#,##0.##");
    chart.getStyler().setYAxisLogarithmic(plot.name().equals("load-latency"));
    for (int i = 0; i < plot.series().size(); i++) {
      Plot.Series numbers = plot.series().get(i);
      if (!numbers.y().isEmpty()) {
        line(chart, numbers, COLORS[i]);
      }
    }
    return chart;
  }

  private static void line(XYChart chart, Plot.Series numbers, Color color) {
    List<Integer> connections = numbers.x().stream().map(Integer::valueOf).toList();
    // The axis has no zero.
    List<Double> values =
        numbers.y().stream().map(value -> Math.max(value, 0.01)).toList();
    XYSeries line = chart.addSeries(numbers.name(), connections, values);
    line.setLineColor(color);
    line.setMarkerColor(color);
    line.setLineStyle(new BasicStroke(2));
  }

  /** On a light ground of its own, so that it can be read on a dark page, too. */
  private static void style(AxesChartStyler styler) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    styler.setAxisTickLabelsFont(font);
    styler.setBaseFont(font).setLegendFont(font);
    styler.setChartBackgroundColor(Color.WHITE).setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
  }
}
